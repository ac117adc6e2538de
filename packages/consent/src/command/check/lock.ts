import { type Inventory, readInventory } from '../../inventory.ts'
import { VERSION } from '../../shared/build.ts'
import { commandFault, firstLine } from '../fault.ts'
import { asJsonFile, jsonOf } from '../write-files.ts'

/** The version of the form of a lock. Raise the number when the form changes. */
const LOCK_VERSION = 1

/** The file, by default `consent.lock.json`, that `check --write` writes and `check` compares. */
export interface Lock {
  /** The version of the SDK that wrote the lock, and whose facts about services `inventory` has. */
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
