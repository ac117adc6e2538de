import type { AnyConsent } from '../../core/index.ts'
import {
  checkDeclarations,
  type Declared,
  detailsOf,
  type Fact,
  languagesOf,
  loadDeclared,
  namedServicesOf,
  resolve,
  type Texts,
} from '../../inventory/index.ts'
import type { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { quietly } from '../../shared/errors.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import { servicesIn } from '../../shared/services.ts'
import type { BannerText } from '../../words/en/banner.ts'
import { DETAILS } from '../../words/files.ts'
import type { BannerWords } from './load-words.ts'
import { type HostTexts, withHostText } from './texts.ts'

/** The options that were searched for categories without services, to search each only once. */
const named = new WeakSet<object>()

/**
 * Returns what visitors can read about the services of all categories before they decide. Loads
 * our words, and those that a service gives as functions. Rejects if our words cannot be loaded.
 */
export const describeServices = async (
  options: AnyConsent['options'],
  { notStated, withNote }: BannerText,
  language: string,
  ours: OwnLanguage,
  texts: HostTexts | undefined,
  tell: typeof warn,
): Promise<NonNullable<BannerWords['described']>> => {
  // With npm, `createConsent` names the mistakes in declarations, in development. Here only look
  // whether there is one: `explain.js` names each.
  if (IS_TAG)
    quietly(() => {
      const checked = [namedServicesOf(options), languagesOf(options, language)] as const
      if (checkDeclarations(...checked)[0]) tell('declarations', ...checked)
    })
  // On visitors' pages the npm package writes nothing: only a developer can mend a declaration.
  const isNew = (IS_TAG || process.env.NODE_ENV !== 'production') && !named.has(options)
  named.add(options)
  const services = Object.keys(options.categories).flatMap(category => {
    const found = servicesIn(options, category)
    if (isNew && !found[0]) tell('not-declared', category)
    return found
  })
  // What the tags of a container store and send is known to the site alone.
  const isContainer = ({ name }: { readonly name: string }) => name === 'Google Tag Manager'
  if (isNew && services[0] && services.every(isContainer)) tell('not-declared')
  const file = await DETAILS[ours]()
  const words = withHostText(file.details, texts?.[language]?.details)
  const tables = { [language]: words }
  const locale = { ...words, notStated, withNote, language }
  const print = (service: Declared<Texts>): readonly Fact[] =>
    detailsOf(resolve(service, tables), locale)
  const loaded = services.map(async service => {
    const nameAlone: Declared<Texts> = { name: service.name }
    // A service that cannot be read must not keep the others, or the choice, from the visitor.
    const facts = await loadDeclared(service, [language])
      .then(facts => print(facts) && facts)
      .catch(() => nameAlone)
    return [service, facts] as const
  })
  const declared = new Map<object, Declared<Texts>>(await Promise.all(loaded))
  return {
    declared,
    detailsOf: service => print(declared.get(service) ?? { name: service.name }),
  }
}
