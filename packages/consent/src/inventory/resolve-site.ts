import { COOKIE_NAME, HISTORY_DAYS, VALIDITY_DAYS } from '../shared/defaults.ts'
import { own } from '../shared/own.ts'
import { listedServices, type ServiceLists } from '../shared/services-in.ts'
import { hashesOf } from './changes/hash-of.ts'
import type { Declared, Stored, Texts } from './declaration.ts'
import { DAY, OWN_NAME } from './entries.ts'
import type { Inventory } from './inventory.ts'
import { type KnownFacts, resolve, textsIn } from './resolve.ts'
import { loadTexts } from './texts.ts'

/** The options of `createConsent` that an inventory is made from. */
export interface SiteOptions
  extends ServiceLists<Omit<Declared, 'name'> & { readonly name?: string | undefined }> {
  readonly policy: {
    readonly version: string
    readonly url?: string | Readonly<Record<string, string>> | undefined
    readonly versions?:
      | readonly { readonly version: string; readonly effective?: string | undefined }[]
      | undefined
  }
  readonly cookie?:
    | { readonly name?: string | undefined; readonly days?: number | undefined }
    | undefined
  readonly history?: { readonly days?: number | undefined } | undefined
  readonly delivery?: unknown
}

/**
 * Returns the services of a site with a name for visitors, each as the site has written it: first
 * those that a category lists, whose own `category` does not count, as in the gate.
 */
export const namedServicesOf = (options: SiteOptions): readonly Declared[] =>
  [...listedServices(options)]
    .sort(([, one], [, other]) => Number(!one) - Number(!other))
    .map(([service, listing]) => ({ ...service, ...(listing && { category: listing }) }))
    .filter((service): service is Declared => !!service.name)

/**
 * Returns the languages in which all words need a text: that of the page, and those of the policy's
 * addresses.
 */
export const languagesOf = (
  { policy: { url } }: SiteOptions,
  language: string | undefined,
): readonly string[] =>
  // With the script tag, `default` is the address without a language.
  [...Object.keys(typeof url === 'object' ? url : {}), ...(language ? [language] : [])].filter(
    one => one !== 'default',
  )

/** The properties of a service that are facts. The others are code, and parameters of a tag. */
const FACTS = [
  ...(['name', 'category', 'recipients', 'retention', 'collects', 'toolKind'] as const),
  ...(['identifies', 'purposes', 'refusal', 'addresses', 'cookies', 'storage'] as const),
  ...(['databases', 'necessary', 'isBehavioural', 'facts'] as const),
]

/** Loads the words of what a service declares. */
export const loadDeclared = async (service: Declared): Promise<Declared<Texts>> => {
  const facts = await loadTexts(Object.fromEntries(FACTS.map(fact => [fact, service[fact]])))
  return { ...(facts as Declared<Texts>), config: service.config }
}

/**
 * Returns the SDK itself as a declaration, with what it stores: the record, the history, and what
 * waits for delivery.
 */
export const ownDeclaration = (
  { cookie, history, delivery }: Pick<SiteOptions, 'cookie' | 'history' | 'delivery'>,
  tables: KnownFacts['tables'],
): Declared<Texts> => {
  const { name = COOKIE_NAME, days = VALIDITY_DAYS } = cookie ?? {}
  const row = (ending: string, seconds: Stored['seconds']): Stored<Texts> => ({
    name: name + ending,
    seconds,
    purpose: textsIn(tables, ending, ({ stored = {} }) => own(stored, ending || COOKIE_NAME)),
  })
  return {
    name: OWN_NAME,
    recipients: [],
    retention: { seconds: days * DAY },
    cookies: [row('', days * DAY)],
    storage: [
      row('.history', (days + (history?.days ?? HISTORY_DAYS)) * DAY),
      ...(delivery ? [row('.out*', 'until-deleted')] : []),
    ],
  }
}

/** Returns the inventory of a site, see `inventoryOf`. */
export const inventoryIn = async (options: SiteOptions, known: KnownFacts): Promise<Inventory> => {
  const { version, versions = [] } = options.policy
  const declared = await Promise.all(namedServicesOf(options).map(loadDeclared))
  const services = [ownDeclaration(options, known.tables), ...declared].map(one =>
    resolve(one, known),
  )
  const effective = versions.find(one => one.version === version)?.effective
  const hashes = await hashesOf(services, Object.keys(known.tables))
  return { policy: { version, effective }, services, ...hashes }
}
