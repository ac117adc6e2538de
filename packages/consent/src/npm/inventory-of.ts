import type { ConsentOptions } from '../core/index.ts'
import {
  faultsIn,
  hashesOf,
  type Inventory,
  inventoryIn,
  loadWordTables,
} from '../inventory/index.ts'
import { warningText } from '../options/messages.ts'
import { LANGUAGES } from '../shared/languages.ts'
import { listedServices } from '../shared/services.ts'

/** The options of `inventoryOf`. */
export interface InventoryOptions {
  /**
   * The languages of our own words about known services and the SDK itself, and of `wordsHashes`.
   * A language that the SDK does not have gets the English words. @default en, ko and ja
   */
  readonly languages?: readonly string[] | undefined
}

/**
 * Returns what a site collects, as plain data that JSON can hold: each named service of
 * `createConsent`'s options with its recipients, items, purposes, cookies and texts, and what the
 * SDK itself stores.
 *
 * ```ts
 * const inventory = await inventoryOf(options)
 * await writeFile('inventory.json', JSON.stringify(inventory))
 * ```
 *
 * @param options The options of `createConsent`.
 * @returns The inventory. In development, the promise rejects if a declaration has a mistake.
 */
export const inventoryOf = async (
  options: ConsentOptions<string>,
  { languages = LANGUAGES }: InventoryOptions = {},
): Promise<Inventory> => {
  const faults =
    process.env.NODE_ENV !== 'production'
      ? [...presetRows(options), ...faultsIn(options, options.language)]
      : []
  const lines = faults.map(fault => warningText('declaration', fault)[0])
  if (lines[0]) throw new TypeError(`[SpaceONE Consent] ${lines.join('\n')}`)
  const inventory = await inventoryIn(options, await loadWordTables(languages))
  return { ...inventory, ...(await hashesOf(inventory.services, languages)) }
}

/** Finds the rows of presets that the script tag reads, which have no declaration here. */
const presetRows = (options: ConsentOptions<string>): ReturnType<typeof faultsIn> =>
  listedServices<object>(options).flatMap(([service]) => {
    const { preset, entry } = Object(service) as Readonly<Record<string, unknown>>
    if (preset === undefined || entry) return []
    return [
      [
        ...(['services[].preset', preset] as const),
        'the function of the preset, such as clarity({ id: "…" }) of @spaceone/consent/services',
        'The command npx spaceone-consent inventory reads such rows of a consent.config.json.',
      ],
    ]
  })
