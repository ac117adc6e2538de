import { fill } from '../shared/fill.ts'
import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import type { FactWords } from '../words/details-words.ts'
import type { SectionWords } from '../words/sections-text.ts'
import type { Recipient, Texts } from './declaration.ts'
import type { INTL } from './in-words.ts'
import type { InventoryService } from './inventory.ts'
import type { Line } from './tree.ts'

/** A resolved service, with one of its recipients if any are stated. */
export interface Row {
  readonly service: InventoryService
  readonly recipient?: Recipient<Texts> | undefined
}

/** The words of facts, and the functions that need the browser's `Intl`. */
export type Speaking<Words extends FactWords = FactWords> = Words & {
  /** The language in which the facts are shown, a BCP 47 tag. */
  readonly language: string
  /** Names of the site's purposes. @default the keys of the categories */
  readonly purposes?: Readonly<Record<string, string>> | undefined
  /**
   * Write a country and a period. Their first use takes long, so the banner loads them only for
   * services of the site's own. @default only what `FactWords` has words for
   */
  readonly intl?: typeof INTL | undefined
}

/**
 * Returns the lines of one fact. Without lines the fact is "Not stated"; `undefined` says that the
 * fact does not concern the row.
 */
export type Cell<Words extends FactWords = FactWords> = (
  row: Row,
  words: Speaking<Words>,
) => readonly Line[] | undefined

/** A cell of a section. */
type SectionCell = Cell<SectionWords>

/** Returns a line for each text. Leaves out `undefined` and empty texts. */
export const lines = (...texts: readonly (string | undefined)[]): readonly Line[] =>
  texts.flatMap(text => (text ? [{ text }] : []))

/** Returns texts as a list in one line. */
const list = (texts: readonly string[], language: string): string =>
  texts.join(language.startsWith('ja') ? '、' : ', ')

/** The country whose law asks for what is transferred abroad. */
const HOME = 'KR'

/** Says whether the data of a row leaves the country. */
export const isAbroad = ({ recipient }: Row): unknown =>
  recipient?.transfer || recipient?.country !== HOME

/**
 * Returns a row for each recipient of a service; one row if the recipients are not stated, or if
 * only the site itself receives the data.
 */
export const rowsOf = (service: InventoryService): readonly Row[] =>
  service.recipients[0] && service.recipients !== 'not-stated'
    ? service.recipients.map(recipient => ({ service, recipient }))
    : [{ service }]

/** Returns the name of the service. */
export const name: Cell = ({ service }) => lines(service.name)

/** Returns the name of the country of the recipient. */
export const country: Cell = ({ recipient }, { language, countries, intl }) => {
  const code = recipient?.country
  return lines(code && (own(countries, code) ?? intl?.countryName(code, language) ?? code))
}

/** Returns the company, those that work for it, its contact and its privacy policy. */
export const company: Cell = ({ recipient }, { policy, language, subprocessors }) =>
  recipient && [
    { text: recipient.company },
    ...lines(
      recipient.subprocessors?.[0] &&
        fill(subprocessors, { names: list([recipient.subprocessors].flat(), language) }),
    ),
    ...[recipient.contact ?? []]
      .flat()
      .map(contact => ({ text: `${contact}`.replace(/^mailto:/, ''), link: `${contact}` })),
    ...(recipient.policyUrl ? [{ text: policy, link: recipient.policyUrl }] : []),
  ]

/**
 * Returns the company with its country, its contact and its privacy policy; "Only this site" where
 * no company receives the data.
 */
export const companyAndCountry: Cell = (row, words) => {
  const [first, ...more] = company(row, words) ?? []
  if (!first) return row.service.recipients === 'not-stated' ? [] : lines(words.onlyThisSite)
  const [where] = country(row, words) ?? []
  const text = where ? fill(words.withNote, { text: first.text, note: where.text }) : first.text
  return [{ text }, ...more]
}

/** Returns the company, and the hosts to which the service sends data. */
export const companyAndHosts: SectionCell = (row, words) => [
  ...orNotStated(row.recipient && companyAndCountry(row, words), words),
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

/**
 * Returns the legal ground of a transfer. With consent, names the purpose that was asked about. The
 * consent to a necessary service is not stated, because no visitor is asked.
 */
export const basis: SectionCell = (
  { service: { category = '' }, recipient },
  { bases, collectsItself, purposes = {} },
) => {
  const ground = recipient?.transfer?.basis
  const purpose = own(purposes, category) ?? category
  return lines(
    recipient?.relation === 'collects-itself' ? collectsItself : undefined,
    ground === 'consent' && !purpose ? undefined : fill(own(bases, `${ground}`) ?? '', { purpose }),
  )
}

/** Returns when and how data is transferred. Concerns only recipients abroad. */
export const whenAndHow: Cell = (row, { language }) => {
  const { when, how } = row.recipient?.transfer ?? {}
  return row.recipient && isAbroad(row) ? lines(say(when, language), say(how, language)) : undefined
}

/** Returns the kind of tool that collects the data. */
export const toolKind: SectionCell = ({ service }, { toolKinds }) =>
  lines(own(toolKinds, `${service.toolKind}`))

/**
 * Returns the items of data that the service collects, in one line. `{cookies}` in an item stands
 * for the names of the service's cookies. If only some items have words, the line has the ids of the
 * others, because a list without these items would be untrue.
 */
export const items: Cell = ({ service: { collects, cookies } }, { language }) => {
  if (!collects.some(({ words }) => say(words, language))) return []
  const names = list(
    collects.map(({ id, words }) => say(words, language) ?? id),
    language,
  )
  const stored = list(
    cookies.map(({ name }) => name),
    language,
  )
  return lines(
    stored ? fill(names, { cookies: stored }) : names.replace(/ ?[(（]{cookies}[)）]/, ''),
  )
}

/**
 * Returns the items of data. If the service identifies nobody, adds the note "As far as this is
 * personal information".
 */
export const personalItems: SectionCell = (row, words) => [
  ...orNotStated(items(row, words), words),
  ...(row.service.identifies === false ? lines(words.asFarAsPersonal) : []),
]

/** Returns the lines of a cell; "Not stated" if the cell has no lines. */
export const orNotStated = (
  cell: readonly Line[] | undefined,
  { notStated }: FactWords,
): readonly Line[] => (cell?.[0] ? cell : lines(notStated))

/** Returns the purpose for which the site uses the data. */
export const sitePurpose: Cell = ({ service }, { language }) =>
  lines(say(service.purposes?.site, language))

/** Returns the purpose for which the recipient uses the data. Concerns only rows with a recipient. */
export const recipientPurpose: Cell = (
  { service: { recipients, purposes }, recipient },
  { language },
) => (recipients[0] ? lines(say(recipient?.purpose ?? purposes?.recipient, language)) : undefined)

/** Returns the purposes for which the site and the recipient use the data. */
export const purposes: Cell = (row, words) => [
  ...(sitePurpose(row, words) ?? []),
  ...(recipientPurpose(row, words) ?? []),
]

/** Returns the work that a processor does: the purpose that stands at it, else that of the site. */
export const work: Cell = ({ service, recipient }, { language }) =>
  lines(say(recipient?.purpose ?? service.purposes?.site, language))

/** Returns how long the data is kept, and what happens to the data after that time. */
export const kept: Cell = ({ service, recipient }, { language, intl }) => {
  const retention = recipient?.retention ?? service.retention
  if (retention === 'not-stated') return []
  const { seconds, until, words, afterwards } = retention
  const time =
    say(words, language) ??
    (seconds === undefined ? say(until, language) : intl?.periodInWords(seconds, language))
  return time ? lines(time, say(afterwards, language)) : []
}

/** Returns the longest lifetime of the cookies. Concerns only services whose cookies have one. */
export const cookiesKept: Cell = ({ service: { cookies } }, { language, intl }) => {
  const longest = Math.max(0, ...cookies.map(({ seconds }) => Number(seconds) || 0))
  return longest ? lines(intl?.periodInWords(longest, language)) : undefined
}

/** Returns the words that say whether the data identifies a person. */
export const identified: SectionCell = ({ service: { identifies, cookies } }, words) =>
  lines(
    identifies === true ? words.identified : undefined,
    identifies === false ? words[cookies[0] ? 'tellsApart' : 'notIdentified'] : undefined,
  )

/** Returns how to refuse at the recipient, and what a refusal means, if the service says so. */
export const refusalElsewhere: Cell = ({ service: { refusal = {} } }, { language }) => {
  const { link, words, effect } = refusal
  const text = say(words, language) ?? link
  const more = lines(say(effect, language))
  return text ? [{ text, link }, ...more] : more[0] && more
}

/** Returns how to refuse: on the site and, if the service declares a way, at the recipient. */
export const refusal: SectionCell = (row, words) => [
  ...lines(words.refuse),
  ...(refusalElsewhere(row, words) ?? []),
]

/** Returns how to refuse, and what happens then; why there is no refusal if it is necessary. */
export const refusalAndEffect: SectionCell = (row, words) =>
  row.service.necessary
    ? lines(words.necessary, say(row.service.necessary, words.language))
    : [
        ...(refusal(row, words) ?? []),
        ...(say(row.service.refusal?.effect, words.language) ? [] : lines(words.effect)),
      ]
