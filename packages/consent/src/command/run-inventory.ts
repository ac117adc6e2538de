import { join } from 'node:path'
import { type Inventory, inventoryOf, readInventory } from '../inventory.ts'
import { commandFault, firstLine } from './fault.ts'
import { parse } from './parse.ts'
import { FOLDER, PAGE_OPTIONS, readValid } from './read-valid.ts'
import { asJsonFile, jsonOf, textOf, writeFiles } from './write-files.ts'

/** Reads an inventory that was written earlier; `undefined` if there is none. */
const earlierAt = (path: string): Inventory | undefined => {
  const found = jsonOf(path)
  try {
    return found === undefined ? undefined : readInventory(found, path)
  } catch (error) {
    throw commandFault(`${firstLine(error)}. Nothing is written. Correct ${path} or delete it.`)
  }
}

/** Says whether two inventories have one policy version, and equal hashes of facts and words. */
const isSameInventory = (one: Inventory, other: Inventory): boolean =>
  [one, other]
    .map(({ policy, hash, wordsHashes }) => JSON.stringify([policy.version, hash, wordsHashes]))
    .every((text, _, [first]) => text === first)

/**
 * Writes `inventory.json`, and a copy as `inventory.<version>.json`. Keeps an earlier inventory of
 * this policy version with other facts or words as `inventory.<version>.<hash>.json`, with the
 * hash of its words in English, or, of version 0.1, of its facts.
 */
export const runInventory = async (args: readonly string[]): Promise<number> => {
  const { config: path, out = FOLDER } = parse(args, PAGE_OPTIONS)
  const config = await readValid(path)
  if (!config) return 1
  const inventory = await inventoryOf(config)
  const nameOf = (version: string, hash = '') =>
    join(out, `inventory.${encodeURIComponent(version)}${hash}.json`)
  const [current, before] = [join(out, 'inventory.json'), nameOf(config.policy.version)]
  const kept = [current, before].flatMap(file => {
    const earlier = earlierAt(file)
    if (!earlier || isSameInventory(earlier, inventory)) return []
    const { policy, wordsHashes, hash } = earlier
    const isOfVersion = policy.version === config.policy.version
    const own = isOfVersion ? `.${wordsHashes?.['en'] ?? hash}` : ''
    return [[nameOf(policy.version, own), textOf(file) ?? ''] as const]
  })
  const text = asJsonFile(inventory)
  writeFiles({ ...Object.fromEntries(kept), [before]: text, [current]: text })
  return 0
}
