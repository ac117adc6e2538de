import {
  complete,
  type Declared,
  detailsOf,
  joinTables,
  resolveWords,
} from '../../inventory/index.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import { own } from '../../shared/own.ts'
import type { BannerText } from '../banner/text/banner-text.ts'
import type { DescribedService } from './load-words.ts'
import type { Shown } from './service-names.ts'

/** Loaders of our words about services that no attribute can start, one file for each language. */
const MORE = {
  en: () => import('../../inventory/words/more-details.en.ts'),
  ko: () => import('../../inventory/words/more-details.ko.ts'),
  ja: () => import('../../inventory/words/more-details.ja.ts'),
}

/**
 * Returns the details of services from what the site declares, with our words where a service of
 * Google declares nothing. Loads the words that the site gives as an `import()`.
 *
 * @param language The language in which the details are shown.
 * @param ours The language of our own words.
 * @returns Rejects if our words cannot be loaded.
 */
export const describeServices = async (
  services: readonly Shown[],
  text: BannerText,
  language: string,
  ours: OwnLanguage,
): Promise<ReadonlyMap<object, DescribedService>> => {
  const isMissing = services.some(({ name, retention }) => !retention && !own(text.services, name))
  const table = joinTables(isMissing ? (await MORE[ours]()).moreDetails : {}, text)
  const words = { ...text, services: { ...table.services } }
  const details = services.map(async service => {
    const { name, recipients, retention, collects, purposes, cookies, storage, databases } = service
    const given = await resolveWords({
      ...{ name, recipients, retention, collects, purposes, cookies, storage, databases },
    })
    // Of a service of Google our words name the periods of its cookies, too.
    const declared = {
      ...complete(given, { [language]: table }),
      retention: given.retention as Declared['retention'],
    }
    return [service, { details: detailsOf(declared, words, language), declared }] as const
  })
  return new Map(await Promise.all(details))
}
