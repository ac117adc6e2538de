import type { ConsentOptions } from '../core/index.ts'
import {
  checkDeclarations,
  complete,
  type Declared,
  hashOf,
  type Inventory,
  loadWordsTables,
  ownService,
  resolveWords,
  type Words,
} from '../inventory/index.ts'
import { LANGUAGES } from '../shared/languages.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** The options of `inventoryOf`. */
export interface InventoryOptions {
  /**
   * The languages in which our own services have words. A language without words of ours has them
   * in English. @default en, ko and ja
   */
  readonly languages?: readonly string[] | undefined
}

/**
 * Returns what a site collects, as plain data that JSON can hold: each service of `createConsent`'s
 * options with its recipients, items, purposes, cookies and texts, and the SDK's own cookie.
 *
 * ```ts
 * const inventory = await inventoryOf(options)
 * await writeFile('inventory.json', JSON.stringify(inventory))
 * ```
 *
 * @param options The options of `createConsent`.
 * @returns Rejects in development where a declaration has a mistake.
 */
export const inventoryOf = async (
  options: ConsentOptions<string>,
  { languages = LANGUAGES }: InventoryOptions = {},
): Promise<Inventory> => {
  const { policy, categories, services = [] } = options
  const declared = [
    ...Object.entries(categories).flatMap(([category, { services = [] }]) =>
      services.flatMap(service => read(service, category)),
    ),
    ...services.flatMap(service => read(service)),
  ]
  if (process.env.NODE_ENV !== 'production') {
    const faults = checkDeclarations(declared).map(
      ({ path, value, expected }) => `${path} is ${JSON.stringify(value)}. Expected ${expected}.`,
    )
    if (faults[0]) throw new TypeError(`[SpaceONE Consent] ${faults.join('\n')}`)
  }
  const tables = await loadWordsTables(languages)
  const all = [
    ownService(options, tables),
    ...(await Promise.all(declared.map(resolveWords))).map(one => complete(one, tables)),
  ]
  const { version, versions = [] } = policy
  const effective = versions.find(one => one.version === version)?.effective
  return { policy: { version, effective }, services: all, hash: await hashOf(all) }
}

/** Reads a service's declaration; nothing of an object that has no name for visitors. */
const read = (service: object, listed?: string): readonly Declared<Words>[] => {
  const { name, category = listed, ...given } = service as Declared<Words>
  if (!name) return []
  const { recipients, retention, collects, toolKind, identifies, purposes, refusal } = given
  const { match, cookies, storage, databases, necessary } = given
  return [
    {
      ...{ name, category, recipients, retention, collects, toolKind, identifies, purposes },
      ...{ refusal, match, cookies, storage, databases, necessary },
    },
  ]
}
