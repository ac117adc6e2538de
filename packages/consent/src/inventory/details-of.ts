import { own } from '../shared/own.ts'
import type { Declared } from './complete.ts'
import { itemsInWords } from './items-in-words.ts'
import { countryName, periodInWords, say } from './say.ts'
import type { DetailsWords } from './words/words-table.ts'

/** What the banner says about one service. */
export type ServiceDetails = readonly [
  purpose: string,
  collected: string,
  recipient: string,
  kept: string,
]

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
  const { site, collected, when, kept } = own(services, name) ?? {}
  const companies = (recipients === 'not-stated' ? [] : [recipients ?? []].flat()).flatMap(
    ({ company, country, transfer }) => [
      country ? `${company} (${countryName(country, language, countries)})` : company,
      say(transfer?.when, language) ?? when ?? [],
    ],
  )
  const { seconds, until } = typeof retention === 'object' ? retention : {}
  return [
    say(purposes?.site, language) ?? site,
    itemsInWords(collects, language, separator) || collected,
    companies.flat().join(separator),
    seconds === undefined ? (say(until, language) ?? kept) : periodInWords(seconds, language),
  ].map(text => text || notStated) as unknown as ServiceDetails
}
