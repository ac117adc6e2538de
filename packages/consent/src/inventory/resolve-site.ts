import type { OwnLanguage } from '../shared/languages.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { listedServices, type ServiceLists } from '../shared/services.ts'
import type { ServiceTexts } from '../words/details-words.ts'
import type { Declared, Texts } from './declaration.ts'
import type { Entry } from './entries.ts'
import {
  ADS_HOSTS,
  ADSENSE_HOSTS,
  FIREBASE_CONFIG,
  FIREBASE_INSTALLATIONS,
  GOOGLE_HOSTS,
  TAG_HOST,
} from './google-rules.ts'
import type { Inventory, InventoryService } from './inventory.ts'
import {
  type LoadedDeclaration,
  type OwnStoredOptions,
  ownDeclaration,
  resolve,
  type WordTables,
} from './resolve.ts'

/** The options of `createConsent` that an inventory is made from. */
export interface SiteOptions
  extends OwnStoredOptions,
    ServiceLists<Omit<Declared, 'name'> & { readonly name?: string | undefined }> {
  readonly policy: {
    readonly version: string
    readonly url?: string | Readonly<Record<string, string>> | undefined
    readonly versions?:
      | readonly { readonly version: string; readonly effective?: string | undefined }[]
      | undefined
  }
}

/** Returns the named services; those in a category first, whatever their own `category` says. */
export const namedServicesOf = (options: SiteOptions): readonly Declared[] =>
  [...listedServices(options)]
    .sort(([, one], [, other]) => +!one - +!other)
    .map(([service, category = service?.category]) => ({ ...service, category }))
    .filter((service): service is typeof service & Declared => !!service.name)

/** Returns the languages that all words need: that of the page, those of the policy's addresses. */
export const languagesOf = (
  { policy: { url } }: SiteOptions,
  language: string | undefined,
): readonly string[] =>
  // With the script tag, `default` is the address without a language.
  [...Object.keys(typeof url === 'object' ? url : {}), ...(language ? [language] : [])].filter(
    one => one !== 'default',
  )

/** The properties of a service that are facts, and neither code nor parameters of a tag. */
const FACTS = [
  ...(['name', 'category', 'recipients', 'retention', 'collects', 'toolKind'] as const),
  ...(['identifies', 'purposes', 'refusal', 'addresses', 'cookies', 'storage'] as const),
  ...(['databases', 'necessary', 'isBehavioural', 'facts'] as const),
]

/** Returns a value with texts in place of functions that load them; `{}` where loading fails. */
export const loadTexts = async (value: unknown): Promise<unknown> => {
  if (typeof value === 'function') {
    try {
      const loaded = await value()
      return loadTexts(typeof loaded.default === 'object' ? loaded.default : { ...loaded })
    } catch {
      return {}
    }
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Promise.all(value.map(loadTexts))
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await loadTexts(inner)])
  return Object.fromEntries(await Promise.all(entries))
}

/** What the files of a preset export. */
interface PresetPart {
  readonly entry: Entry
  readonly words: ServiceTexts
}

/** Loads the words of what a service declares, and in `languages` what we know of a preset. */
export const loadDeclared = async (
  service: Declared,
  languages: readonly string[],
): Promise<LoadedDeclaration> => {
  const { config, entry } = service
  const facts = await loadTexts(Object.fromEntries(FACTS.map(fact => [fact, service[fact]])))
  const load = async (part: unknown) => (await loadTexts(part ?? {})) as Partial<PresetPart>
  const words = languages.map(async language => {
    const own = language.replace(/-.*/, '') as OwnLanguage
    return [language, (await load(entry?.[own] ?? entry?.en)).words]
  })
  const ours = (await load(entry?.facts)).entry
  const known = ours && { ...ours, words: Object.fromEntries(await Promise.all(words)) }
  return { ...(facts as Declared<Texts>), config, known }
}

/**
 * Resolves a declaration. A service of Google gets the known addresses, and keeps its own without a
 * query on other hosts, such as the site's server. The gate blocks more addresses, such as those of
 * all tags of a container.
 */
export const resolveWithAddresses = (
  declared: LoadedDeclaration,
  tables: WordTables,
): InventoryService => {
  const service = resolve(declared, tables)
  // Stands in the function, because bundlers keep tables that no code uses.
  const addresses: Readonly<Record<string, readonly string[]>> = {
    'Google Analytics': GOOGLE_HOSTS,
    'Google Tag Manager': [TAG_HOST],
    'Google Ads': [...ADS_HOSTS, ...ADSENSE_HOSTS, '*.googlesyndication.com'],
    'Firebase Analytics': [FIREBASE_CONFIG, FIREBASE_INSTALLATIONS],
  }
  const known = ownProperty(addresses, service.name)
  if (!known) return service
  // Matches Google's hosts, and addresses with a query, such as `…?id=G-XXXXXXX`.
  const googles = /(^|\.)(google[\w-]*|doubleclick|merchant-center-analytics)\.|\?/
  const own = service.addresses.filter(one => !known.includes(one) && !googles.test(one))
  return { ...service, addresses: [...known, ...own] }
}

/** Returns the inventory of a site without its hashes, see `inventoryOf`. */
export const inventoryIn = async (options: SiteOptions, tables: WordTables): Promise<Inventory> => {
  const { version, versions = [] } = options.policy
  const languages = Object.keys(tables)
  const declared = await Promise.all(
    namedServicesOf(options).map(service => loadDeclared(service, languages)),
  )
  const services = [ownDeclaration(options, tables), ...declared].map(one =>
    resolveWithAddresses(one, tables),
  )
  const effective = versions.find(one => one.version === version)?.effective
  return { policy: { version, effective }, services }
}
