import { own } from '../shared/own.ts'
import type { Declared } from './complete.ts'
import { itemsInWords } from './items-in-words.ts'
import { countryName, periodInWords, say } from './say.ts'
import type { DetailsWords } from './words/words-table.ts'

/** What the banner says about one service: one text each. */
export interface ServiceDetails {
  readonly purpose: string
  readonly collected: string
  readonly recipient: string
  readonly kept: string
}

/**
 * Returns the details of a service for the banner: what the site declares, else our own words for a
 * service of Google, else "Not stated". Needs no entry, so that the banner's file stays small.
 *
 * @param declared Its words have been loaded.
 */
export const detailsOf = (
  { name, recipients, retention, collects = [], purposes }: Declared,
  { notStated, separator, countries, services = {} }: DetailsWords,
  language: string,
): ServiceDetails => {
  const ours = own(services, name)
  const list = recipients === undefined || recipients === 'not-stated' ? [] : [recipients].flat()
  const companies = list.flatMap(({ company, country, transfer }) => [
    country ? `${company} (${countryName(country, language, countries)})` : company,
    say(transfer?.when, language) ?? ours?.when ?? [],
  ])
  const { seconds, until } = typeof retention === 'object' ? retention : {}
  const kept = seconds === undefined ? say(until, language) : periodInWords(seconds, language)
  return {
    purpose: say(purposes?.site, language) ?? ours?.site ?? notStated,
    collected: itemsInWords(collects, language, separator) || (ours?.collected ?? notStated),
    recipient: companies.flat().join(separator) || notStated,
    kept: kept ?? ours?.kept ?? notStated,
  }
}
