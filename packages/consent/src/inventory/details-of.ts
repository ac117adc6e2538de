import { own } from '../shared/own.ts'
import { BANNER_COOKIES, BANNER_ITEMS } from './banner-items.ts'
import type { Declared } from './complete.ts'
import { itemsLine } from './items-line.ts'
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
 */
export const detailsOf = (
  { name, recipients, retention, collects, purposes, cookies }: Declared,
  words: DetailsWords,
  language: string,
): ServiceDetails => {
  const { notStated, separator, countries, services = {}, items = {} } = words
  const ours = own(services, name)
  const ids: readonly string[] = own(BANNER_ITEMS, name) ?? []
  const names: readonly string[] =
    own(BANNER_COOKIES, name) ??
    (cookies ?? []).map(one => (typeof one === 'string' ? one : one.name))
  const list = recipients === undefined || recipients === 'not-stated' ? [] : [recipients].flat()
  const companies = list.map(({ company, country, transfer }) =>
    [
      country ? `${company} (${countryName(country, language, countries)})` : company,
      say(transfer?.when, language) ?? ours?.when,
    ]
      .filter(Boolean)
      .join(separator),
  )
  return {
    purpose: say(purposes?.site, language) ?? ours?.site ?? notStated,
    collected:
      itemsLine(
        collects ?? ids.map(id => ({ id, words: { [language]: own(items, id) ?? id } })),
        names,
        language,
        separator,
      ) || notStated,
    recipient: companies.join(separator) || notStated,
    kept: keptInWords(retention, language) ?? ours?.kept ?? notStated,
  }
}

const keptInWords = (retention: Declared['retention'], language: string) => {
  if (!retention || retention === 'not-stated') return undefined
  return retention.seconds === undefined
    ? say(retention.until, language)
    : periodInWords(retention.seconds, language)
}
