import type { AnyConsent } from '../../core/index.ts'
import {
  checkDeclarations,
  complete,
  type Declared,
  detailsOf,
  joinTables,
  resolveWords,
} from '../../inventory/index.ts'
import type { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/is-tag.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import { own } from '../../shared/own.ts'
import { quietly } from '../../shared/quietly.ts'
import { namedServices, servicesIn } from '../../shared/services-in.ts'
import type { BannerText } from '../../words/banner-text.ts'
import { MORE_DETAILS } from '../../words/files.ts'
import type { DescribedService } from './load-words.ts'
import type { Shown } from './service-names.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * The options of each consent whose purposes without a service have been named in the console, so
 * that each purpose is named only once.
 */
const named = new WeakSet<object>()

/**
 * Returns the details of services from what the site declares, with our words where a service of
 * Google declares nothing. Loads the words that the site gives as an `import()`.
 *
 * @param language The language in which the details are shown.
 * @param ours The language of our own words.
 * @param tell Writes a warning, see `warn`.
 * @returns Rejects if our words cannot be loaded.
 */
export const describeServices = async (
  options: AnyConsent['options'],
  text: BannerText,
  language: string,
  ours: OwnLanguage,
  tell: typeof warn,
): Promise<ReadonlyMap<object, DescribedService>> => {
  // With npm, `createConsent` names the mistakes in declarations, in development. Here only look
  // whether there is one: `explain.js` names each.
  if (IS_TAG)
    quietly(() => {
      const declared = namedServices(options.services)
      if (checkDeclarations(declared, [language])[0]) tell('declarations', declared, [language])
    })
  const services = Object.keys(options.categories).flatMap(category => {
    const found = servicesIn<Shown>(options, category)
    // On visitors' pages the npm package writes nothing: only a developer can mend a declaration.
    if (IS_TAG || process.env.NODE_ENV !== 'production')
      if (!found[0] && !named.has(options)) tell('not-declared', category)
    return found
  })
  if (IS_TAG || process.env.NODE_ENV !== 'production') named.add(options)
  const isMissing = services.some(({ name, retention }) => !retention && !own(text.services, name))
  const table = joinTables(isMissing ? (await MORE_DETAILS[ours]()).moreDetails : {}, text)
  const words = { ...text, services: { ...table.services } }
  const described = services.map(async service => {
    // Resolve only the facts that the banner and the tables of cookies show, because the site may
    // keep each text in a file of its own, which `resolveWords` would load.
    const { name, recipients, retention, collects, purposes, cookies, storage, databases } = service
    const given = await resolveWords({
      ...{ name, recipients, retention, collects, purposes, cookies, storage, databases },
    })
    // If the site declares no retention, leave out the retention of our entry for the service. Our
    // words are then shown, which name the period of the recipient and the periods of the cookies.
    const declared = {
      ...complete(given, { [language]: table }),
      retention: given.retention as Declared['retention'],
    }
    const details = detailsOf(declared, words, language)
    return [service, { details, declared }] as const
  })
  return new Map(await Promise.all(described))
}
