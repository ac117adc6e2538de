import { fill } from '../shared/fill.ts'
import { fillCookies, inOneLine } from '../shared/in-one-line.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { textIn } from '../shared/text-in.ts'
import type { DetailsWords, FactWords } from '../words/details-words.ts'
import type { Recipient, Texts } from './declaration.ts'
import { countryName, periodInWords } from './in-words.ts'
import type { InventoryService } from './inventory.ts'
import type { Fact, Line } from './tree.ts'

/** A resolved service, with one of its recipients if any are stated. */
export interface Row {
  readonly service: InventoryService
  readonly recipient?: Recipient<Texts> | undefined
}

/** The words of facts in one language. */
export type Locale<Words extends FactWords = FactWords> = Words & {
  /** A BCP 47 tag. */
  readonly language: string
  /** Names of the site's purposes. @default the keys of the categories */
  readonly purposes?: Readonly<Record<string, string>> | undefined
}

/** Returns the lines of one fact; `undefined` if the fact does not concern the row. */
export type Cell<Words extends FactWords = FactWords> = (
  row: Row,
  words: Locale<Words>,
) => readonly Line[] | undefined

/** Returns a line for each text that is not empty. */
export const lines = (...texts: readonly (string | undefined)[]): readonly Line[] =>
  texts.flatMap(text => (text ? [{ text }] : []))

/** Returns the lines of a cell, or else "Not stated". */
export const orNotStated = (
  cell: readonly Line[] | undefined,
  { notStated }: FactWords,
): readonly Line[] => (cell?.[0] ? cell : lines(notStated))

/** Returns a row for each stated recipient of a service; without any, one row. */
export const rowsOf = (service: InventoryService): readonly Row[] =>
  service.recipients[0] && service.recipients !== 'not-stated'
    ? service.recipients.map(recipient => ({ service, recipient }))
    : [{ service }]

export const sitePurpose: Cell = ({ service }, { language }) =>
  lines(textIn(service.purposes?.site, language))

/** Returns the items of data in one line, by their words or ids; no line if none has words. */
export const items: Cell = ({ service: { collects, cookies } }, { language }) => {
  const names = cookies.map(({ name }) => name)
  const all = collects.map(({ id, words }) =>
    fillCookies(textIn(words, language) ?? id, names, language),
  )
  return collects.some(({ words }) => textIn(words, language))
    ? lines(inOneLine(all, language))
    : []
}

export const country: Cell = ({ recipient }, { language, countries }) => {
  const code = recipient?.country
  return lines(code && (ownProperty(countries, code) ?? countryName(code, language)))
}

/** Returns the company, those that work for it, its contact and its privacy policy. */
export const company: Cell = ({ recipient }, { policy, language, subprocessors }) =>
  recipient && [
    { text: recipient.company },
    ...lines(
      recipient.subprocessors?.[0] &&
        fill(subprocessors, { names: inOneLine([recipient.subprocessors].flat(), language) }),
    ),
    ...[recipient.contact ?? []]
      .flat()
      .map(contact => ({ text: `${contact}`.replace(/^mailto:/, ''), link: `${contact}` })),
    ...(recipient.policyUrl ? [{ text: policy, link: recipient.policyUrl }] : []),
  ]

/** Returns the company with its country; "Only this site" where no company receives the data. */
export const companyAndCountry: Cell = (row, words) => {
  const [first, ...more] = company(row, words) ?? []
  if (!first) return row.service.recipients === 'not-stated' ? [] : lines(words.onlyThisSite)
  const [where] = country(row, words) ?? []
  const text = where ? fill(words.withNote, { text: first.text, note: where.text }) : first.text
  return [{ text }, ...more]
}

/** Returns the recipient's purpose for the data; `undefined` if only the site receives it. */
export const recipientPurpose: Cell = (
  { service: { recipients, purposes }, recipient },
  { language },
) =>
  recipients[0] ? lines(textIn(recipient?.purpose ?? purposes?.recipient, language)) : undefined

/** Says whether a row's data may leave Korea, whose law asks what is transferred. */
export const isAbroad = ({ recipient }: Row): unknown =>
  recipient?.transfer || recipient?.country !== 'KR'

/** Returns when and how data is transferred. Concerns only recipients that may be abroad. */
export const whenAndHow: Cell = (row, { language }) => {
  const { when, how } = row.recipient?.transfer ?? {}
  return row.recipient && isAbroad(row)
    ? lines(textIn(when, language), textIn(how, language))
    : undefined
}

/** Returns how long the data is kept, and what happens to it then. */
export const kept: Cell = ({ service, recipient }, { language }) => {
  const retention = recipient?.retention ?? service.retention
  if (retention === 'not-stated') return []
  const { seconds, until, words, afterwards } = retention
  const time =
    textIn(words, language) ??
    (seconds === undefined ? textIn(until, language) : periodInWords(seconds, language))
  return time ? lines(time, textIn(afterwards, language)) : []
}

/** Returns the longest of the cookies' lifetimes that are numbers; `undefined` without one. */
const cookiesKept: Cell = ({ service: { cookies } }, { language }) => {
  const longest = Math.max(0, ...cookies.map(({ seconds }) => Number(seconds) || 0))
  return longest ? lines(periodInWords(longest, language)) : undefined
}

/** Returns how to refuse at the recipient, and what a refusal means, if the service says so. */
export const refusalElsewhere: Cell = ({ service: { refusal = {} } }, { language }) => {
  const { link, words, effect } = refusal
  const text = textIn(words, language) ?? link
  const more = lines(textIn(effect, language))
  return text ? [{ text, link }, ...more] : more[0] && more
}

/**
 * The facts that visitors can read before they decide, in the order of `DetailsWords.terms`. Those
 * from `companyAndCountry` to `kept` are repeated for each recipient. README.md says which law asks
 * for which facts.
 */
const DETAILS: readonly Cell[] = [
  sitePurpose,
  items,
  companyAndCountry,
  recipientPurpose,
  whenAndHow,
  kept,
  cookiesKept,
  refusalElsewhere,
]

/** Returns the facts of a service that visitors can read before they decide. */
export const detailsOf = (
  service: InventoryService,
  words: Locale<DetailsWords & FactWords>,
): readonly Fact[] => {
  const factsOf = (row: Row, from: number, to?: number) =>
    DETAILS.slice(from, to).flatMap((cell, at): Fact[] => {
      const lines = cell(row, words)
      return lines ? [[words.terms[from + at] as string, orNotStated(lines, words)]] : []
    })
  const ofRecipients = rowsOf(service).flatMap(row => factsOf(row, 2, 6))
  return [...factsOf({ service }, 0, 2), ...ofRecipients, ...factsOf({ service }, 6)]
}
