import { fill } from '../shared/fill.ts'
import { say } from '../shared/say.ts'
import type { SectionWords } from '../words/section-words.ts'
import type { Recipient, Texts } from './declaration.ts'
import { countryName, list, periodInWords } from './in-words.ts'
import type { InventoryService } from './inventory.ts'
import { itemsInWords } from './items-in-words.ts'
import type { Line } from './section.ts'

/**
 * A row of a section: a service. In a section with a row for each recipient, also the recipient, if
 * recipients are stated.
 */
export interface Row {
  readonly service: InventoryService
  readonly recipient?: Recipient<Texts> | undefined
}

/** Returns the lines of one cell of a row. Without lines the cell is "Not stated". */
export type Cell = (row: Row, words: SectionWords) => readonly Line[]

/** Returns a line for each text. Leaves out `undefined` and empty texts. */
const lines = (...texts: readonly (string | undefined)[]): readonly Line[] =>
  texts.flatMap(text => (text ? [{ text }] : []))

/** Returns the name of the service. */
export const name: Cell = ({ service }) => lines(service.name)

/** Returns the name of the country of the recipient. */
export const country: Cell = ({ recipient }, { language, countries }) =>
  recipient?.country ? lines(countryName(recipient.country, language, countries)) : []

/** Returns a contact as a line, with a link if it is an address. */
const contactLine = (contact: string): Line =>
  /^(https:\/\/|mailto:)\S+$/.test(contact)
    ? { text: contact.replace(/^mailto:/, ''), link: contact }
    : { text: contact }

/** Returns the company, its contact and its privacy policy. */
export const company: Cell = ({ recipient }, { policy }) =>
  recipient
    ? [
        { text: recipient.company },
        ...[recipient.contact ?? []].flat().map(contactLine),
        ...(recipient.policyUrl ? [{ text: policy, link: recipient.policyUrl }] : []),
      ]
    : []

/** Returns the company with its country, its contact and its privacy policy. */
export const companyAndCountry: Cell = (row, words) => {
  const [{ text } = { text: '' }, ...more] = company(row, words)
  const [where] = country(row, words)
  return text ? [{ text: where ? `${text} (${where.text})` : text }, ...more] : []
}

/** Returns all recipients of the service; "Only this site" where no other receives the data. */
export const companies: Cell = ({ service }, words) =>
  service.recipients === 'not-stated'
    ? []
    : service.recipients[0]
      ? service.recipients.flatMap(recipient => companyAndCountry({ service, recipient }, words))
      : lines(words.onlyThisSite)

/** Returns the company, and the hosts to which the service sends data. */
export const companyAndHosts: Cell = (row, words) => [
  ...(row.recipient ? companyAndCountry(row, words) : lines(words.notStated)),
  ...lines(list(hostsOf(row.service.addresses, words), words.language)),
]

/**
 * Returns the host names in patterns of addresses, each once. Leaves out paths of the site itself,
 * and patterns for any host. Writes a host of all countries, such as `google.*`, in words.
 */
const hostsOf = (
  patterns: readonly string[],
  { countryDomains }: SectionWords,
): readonly string[] =>
  [...new Set(patterns.map(pattern => pattern.replace(/^(https?:\/\/|\*\.)*([^/?]*).*$/, '$2')))]
    .filter(host => host && host !== '*')
    .map(host =>
      host.endsWith('.*') ? fill(countryDomains, { host: host.replace(/\*$/, 'com') }) : host,
    )

/** Returns the legal basis of a transfer. */
export const basis: Cell = ({ recipient }, { bases }) =>
  lines(recipient?.transfer && bases[recipient.transfer.basis])

/** Returns when and how data is transferred. */
export const whenAndHow: Cell = ({ recipient }, { language }) =>
  lines(say(recipient?.transfer?.when, language), say(recipient?.transfer?.how, language))

/** Returns the kind of tool that collects the data. */
export const toolKind: Cell = ({ service }, { toolKinds }) =>
  lines(service.toolKind && toolKinds[service.toolKind])

/** Returns the items of data that the service collects. */
export const items: Cell = ({ service: { collects, cookies } }, { language }) =>
  lines(itemsInWords(collects, cookies, language))

/**
 * Returns the items of data. If the service identifies nobody, adds the note "As far as this is
 * personal information".
 */
export const personalItems: Cell = (row, words) => [
  ...or(items(row, words), words),
  ...(row.service.identifies === false ? lines(words.asFarAsPersonal) : []),
]

/** Returns the lines of a cell; "Not stated" if the cell has no lines. */
export const or = (cell: readonly Line[], { notStated }: SectionWords): readonly Line[] =>
  cell[0] ? cell : lines(notStated)

/** Returns the purpose for which the site uses the data. */
export const sitePurpose: Cell = ({ service }, { language }) =>
  lines(say(service.purposes?.site, language))

/** Returns the purpose for which the recipient uses the data. */
export const recipientPurpose: Cell = ({ service }, { language }) =>
  lines(say(service.purposes?.recipient, language))

/** Returns the purposes for which the site and the recipient use the data. */
export const purposes: Cell = (...row) => [...sitePurpose(...row), ...recipientPurpose(...row)]

/** Returns how long data is kept, and what happens to the data after that time. */
export const kept: Cell = ({ service: { retention } }, { language }) => {
  if (retention === 'not-stated') return []
  const { seconds, until, afterwards } = retention
  const time = seconds === undefined ? say(until, language) : periodInWords(seconds, language)
  return lines(time, say(afterwards, language))
}

/** Returns the words that say whether the data identifies a person. */
export const identified: Cell = ({ service: { identifies, cookies } }, words) =>
  identifies === undefined
    ? []
    : lines(identifies ? words.identified : cookies[0] ? words.tellsApart : words.notIdentified)

/** Returns how to refuse: on the site and, if the service declares a way, at the recipient. */
export const refusal: Cell = ({ service }, { refuse, language }) => {
  const { refusal = {} } = service
  const elsewhere = say(refusal.words, language) ?? refusal.link
  return [...lines(refuse), ...(elsewhere ? [{ text: elsewhere, link: refusal.link }] : [])]
}

/** Returns how to refuse, and what happens then; why there is no refusal if it is necessary. */
export const refusalAndEffect: Cell = (row, words) =>
  row.service.necessary
    ? lines(words.necessary, say(row.service.necessary, words.language))
    : [...refusal(row, words), ...lines(words.effect)]
