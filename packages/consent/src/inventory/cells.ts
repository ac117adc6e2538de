import type { Recipient, Retention, Texts } from './declaration.ts'
import type { InventoryService } from './inventory.ts'
import { countryName, periodInWords, say } from './say.ts'
import type { Line } from './section.ts'
import type { SectionWords } from './words/section-words.ts'

/** A cell of a table: its lines. */
export type Cell = readonly Line[]

/** Returns a cell with the texts that are there, or "Not stated". */
export const cell = (words: SectionWords, ...texts: readonly (string | undefined)[]): Cell => {
  const lines = texts.flatMap(text => (text ? [{ text }] : []))
  return lines[0] ? lines : [{ text: words.notStated }]
}

/** Returns a contact as a line, with a link if it is an address. */
const contactLine = (contact: string): Line =>
  /^(https:\/\/|mailto:)\S+$/.test(contact)
    ? { text: contact.replace(/^mailto:/, ''), link: contact }
    : { text: contact }

/** Returns the company, its country, contact and privacy policy. */
export const companyCell = (
  { company, country, contact, policyUrl }: Recipient<Texts>,
  words: SectionWords,
  withCountry: boolean,
): Cell => [
  {
    text:
      withCountry && country
        ? `${company} (${countryName(country, words.language, words.countries)})`
        : company,
  },
  ...(contact ? [contact].flat().map(contactLine) : []),
  ...(policyUrl ? [{ text: words.policy, link: policyUrl }] : []),
]

/** Returns a service's recipients; `none` where only the site itself receives the data. */
export const recipientsCell = ({ recipients }: InventoryService, words: SectionWords): Cell => {
  if (recipients === 'not-stated') return cell(words)
  const cells = recipients.flatMap(one => companyCell(one, words, true))
  return cells[0] ? cells : [{ text: words.none }]
}

/** Returns how long data is kept, and what happens to it then. */
export const keptCell = (retention: Retention<Texts> | 'not-stated', words: SectionWords): Cell => {
  if (retention === 'not-stated') return cell(words)
  const { seconds, until, afterwards } = retention
  const { language } = words
  return cell(
    words,
    seconds === undefined ? say(until, language) : periodInWords(seconds, language),
    say(afterwards, language),
  )
}

/** Returns how to refuse: here and, if there is a way, at the recipient; and what refusing means. */
export const refusalCell = (
  { refusal: { link, words: said } = {} }: InventoryService,
  words: SectionWords,
  withEffect: boolean,
): Cell => {
  const elsewhere = say(said, words.language) ?? link
  return [
    { text: words.refuse },
    ...(elsewhere ? [{ text: elsewhere, link }] : []),
    ...(withEffect ? [{ text: words.effect }] : []),
  ]
}
