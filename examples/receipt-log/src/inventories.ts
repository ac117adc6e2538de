import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Inventory, readInventory } from '@spaceone/consent/inventory'
import { readNamed } from './read-named.ts'

/**
 * Reads inventories, as `spaceone-consent inventory` writes them. Of inventories with the same hash
 * the result has one.
 *
 * @param path A JSON file, or a folder with JSON files whose names begin with `inventory`. Without a
 *   path, the result is empty.
 * @returns The inventories, in the order of their files' names.
 * @throws Error that names the file, if a file cannot be read or is no inventory.
 */
export const readInventories = (path: string | undefined): readonly Inventory[] => {
  const all = filesAt(path).map(file =>
    readNamed(file, json => readInventory(JSON.parse(json.toString()))),
  )
  return all.filter(
    (one, index) =>
      one.hash === undefined || all.findIndex(({ hash }) => hash === one.hash) === index,
  )
}

const filesAt = (path: string | undefined): readonly string[] => {
  if (path === undefined) return []
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path).filter(name => /^inventory.*\.json$/.test(name))
  return names.sort().map(name => join(path, name))
}

/**
 * Returns the inventory with a hash, as a notice names it: the hash of its words in one language,
 * or with version 0.1 the hash of its facts.
 */
export const inventoryWith = (
  inventories: readonly Inventory[],
  hash: string | undefined,
): Inventory | undefined =>
  inventories.find(
    one =>
      hash !== undefined &&
      (one.hash === hash || Object.values(one.wordsHashes ?? {}).includes(hash)),
  )
