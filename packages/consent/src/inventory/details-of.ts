import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import type { DetailsWords } from '../words/words-table.ts'
import type { Declared } from './complete.ts'
import { countryName, periodInWords } from './in-words.ts'
import { itemsInWords } from './items-in-words.ts'
import { isEmpty, listed, type ServiceDetails } from './known-details.ts'

/**
 * Returns the details of a service for the banner: what the site declares, else our own words for a
 * service of Google, else "Not stated".
 *
 * @param declared A declaration whose words have been loaded.
 */
export const detailsOf = (
  { name, recipients, retention, collects = [], purposes, cookies = [] }: Declared,
  { notStated, onlyThisSite, countries, services = {} }: DetailsWords,
  language: string,
): ServiceDetails => {
  const { site, collected, when, kept } = own(services, name) ?? {}
  const companies = listed(recipients).flatMap(({ company, country, transfer }) => [
    country ? `${company} (${countryName(country, language, countries)})` : company,
    say(transfer?.when, language) ?? when ?? [],
  ])
  const { seconds, until } = typeof retention === 'object' ? retention : {}
  return [
    say(purposes?.site, language) ?? site,
    itemsInWords(collects, cookies, language) || collected,
    companies.flat().join(', ') || (isEmpty(recipients) ? onlyThisSite : ''),
    seconds === undefined ? (say(until, language) ?? kept) : periodInWords(seconds, language),
  ].map(text => text || notStated) as unknown as ServiceDetails
}
