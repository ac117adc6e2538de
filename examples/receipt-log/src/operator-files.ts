import type { Inventory } from '@spaceone/consent/inventory'
import { type KnownKey, readKeys } from './audits/read-audit.ts'
import type { Config } from './config.ts'
import { readInventories } from './inventories.ts'
import { type InventoryHashes, readInventoryHashes } from './notice.ts'

/** What the files of the operator say. */
export interface OperatorFiles {
  /** The hash of the inventory of each notice, from the file `NOTICES`. */
  readonly known: InventoryHashes
  readonly inventories: readonly Inventory[]
  /** The keys that may sign audits; `undefined` accepts every key. */
  readonly keys: readonly KnownKey[] | undefined
}

/**
 * Reads the files that a configuration names.
 *
 * @throws Error if a file cannot be read or is invalid.
 */
export const readOperatorFiles = (
  config: Pick<Config, 'notices' | 'inventories' | 'auditKeys'>,
): OperatorFiles => ({
  known: readInventoryHashes(config.notices),
  inventories: readInventories(config.inventories),
  keys: readKeys(config.auditKeys),
})
