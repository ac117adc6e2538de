import type { Words } from './declaration.ts'
import { hashesOf } from './hash-of.ts'
import type { Inventory } from './inventory.ts'
import { type OwnStoredOptions, ownDeclaration } from './own-service.ts'
import { type Declared, type Known, resolve } from './resolve.ts'
import { resolveWords } from './resolve-words.ts'

/** The options of `createConsent` that an inventory is made from. */
export interface CollectingOptions extends OwnStoredOptions {
  readonly policy: {
    readonly version: string
    readonly url?: string | Readonly<Record<string, string>> | undefined
    readonly versions?:
      | readonly { readonly version: string; readonly effective?: string | undefined }[]
      | undefined
  }
  readonly categories: Readonly<
    Record<string, { readonly services?: readonly object[] | undefined }>
  >
  readonly services?: readonly object[] | undefined
}

/**
 * Returns the services of a site with a name for visitors, each as the site has written it. As in
 * the gate, the category that lists a service prevails over the service's own `category`.
 */
export const servicesOf = ({
  categories,
  services = [],
}: CollectingOptions): readonly Declared<Words>[] =>
  [
    ...Object.entries(categories).flatMap(([category, { services = [] }]) =>
      services.map(service => ({ ...service, category })),
    ),
    ...services.map(service => ({ ...service })),
  ].filter((service): service is Declared<Words> => !!(service as { name?: unknown }).name)

/**
 * Returns the languages in which all words need a text: that of the page, and those of the policy's
 * addresses.
 */
export const languagesOf = (
  { policy: { url } }: CollectingOptions,
  language: string | undefined,
): readonly string[] =>
  // With the script tag, `default` is the address without a language.
  [...Object.keys(typeof url === 'object' ? url : {}), ...(language ? [language] : [])].filter(
    one => one !== 'default',
  )

/** The properties of a service that are facts. The others are code, and parameters of a tag. */
const FACTS = [
  ...(['recipients', 'retention', 'collects', 'toolKind', 'identifies', 'purposes'] as const),
  ...(['refusal', 'addresses', 'cookies', 'storage', 'databases', 'necessary'] as const),
  ...(['isBehavioural', 'facts'] as const),
]

/** Loads the words of what a service declares. */
export const loadDeclared = async (service: Declared<Words>): Promise<Declared> => {
  const { name, category, config } = service
  const facts = Object.fromEntries(FACTS.map(fact => [fact, service[fact]]))
  return { ...((await resolveWords(facts)) as object), name, category, config }
}

/** Returns the inventory of a site, see `inventoryOf`. */
export const inventoryIn = async (options: CollectingOptions, known: Known): Promise<Inventory> => {
  const { version, versions = [] } = options.policy
  const declared = await Promise.all(servicesOf(options).map(loadDeclared))
  const services = [ownDeclaration(options, known.tables), ...declared].map(one =>
    resolve(one, known),
  )
  const effective = versions.find(one => one.version === version)?.effective
  const hashes = await hashesOf(services, Object.keys(known.tables))
  return { policy: { version, effective }, services, ...hashes }
}
