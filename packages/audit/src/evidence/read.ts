import type { Inventory } from '@spaceone/consent/inventory'
import { firstLine } from '../first-line.ts'
import { readInventory } from '../inventory/read-inventory.ts'
import type { Seen } from '../seen.ts'
import { returnPictures, type StoredSeen } from './pictures.ts'

/**
 * Reads what was seen, and the inventory, from the files of a verified sealed file.
 *
 * @throws Error with a sentence if `seen.json` or the inventory cannot be read, or a picture is
 *   missing.
 */
export const readEvidence = (
  files: ReadonlyMap<string, Uint8Array>,
): { readonly seen: Seen; readonly inventory: Inventory | undefined } => {
  const textOf = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8')
  try {
    const stored: StoredSeen = JSON.parse(textOf('seen.json'))
    if (stored.version !== 1) throw new Error(`Its version is ${stored.version}. Expected 1.`)
    const inventory = files.has('inventory.json')
      ? readInventory(textOf('inventory.json'))
      : undefined
    return { seen: returnPictures(stored, files), inventory }
  } catch (error) {
    throw new Error(`The file holds no audit that can be judged: ${firstLine(error)}`)
  }
}
