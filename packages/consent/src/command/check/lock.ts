import { type Inventory, readInventory } from '../../inventory.ts'
import { VERSION } from '../../shared/build.ts'
import { commandFault, firstLine } from '../fault.ts'
import { asJsonFile, jsonOf } from '../write-files.ts'

/** Raise the number when the form of the file changes. */
const LOCK_VERSION = 1

/** A lock: what `check --write` has stored, and `check` compares a configuration with. */
export interface Lock {
  /** The version of the SDK that wrote the lock, with the facts about presets of that version. */
  readonly sdk: string
  readonly inventory: Inventory
}

/**
 * Reads a lock; `undefined` if there is none.
 *
 * @throws A `commandFault` if the file cannot be read, or is no lock or one of a later version.
 */
export const lockAt = (path: string): Lock | undefined => {
  const found = jsonOf(path)
  if (found === undefined) return undefined
  const { lockVersion, sdk, inventory } = Object(found)
  if (lockVersion > LOCK_VERSION)
    throw commandFault(
      `${path} has the lockVersion ${lockVersion}, written by version ${sdk} of @spaceone/consent. Expected ${LOCK_VERSION}, which this version, ${VERSION}, can read. Nothing is compared. Update @spaceone/consent.`,
    )
  try {
    return { sdk: `${sdk}`, inventory: readInventory(inventory, 'inventory') }
  } catch (error) {
    throw commandFault(
      `${path} is no lock: ${firstLine(error)}. Nothing is compared. Delete the file, then run check --write.`,
    )
  }
}

/** Returns the text of the lock for an inventory. */
export const lockOf = (inventory: Inventory): string =>
  asJsonFile({ lockVersion: LOCK_VERSION, sdk: VERSION, inventory })
