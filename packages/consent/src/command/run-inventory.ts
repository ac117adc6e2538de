import { join } from 'node:path'
import { namedServicesOf } from '../inventory/index.ts'
import { type Inventory, inventoryOf, readInventory } from '../inventory.ts'
import { hashText } from '../shared/hash-text.ts'
import { commandFault, firstLine } from './fault.ts'
import { notStatedLines } from './not-stated.ts'
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
 * this policy version with other facts or words as `inventory.<version>.<hash>.json`, with one hash
 * over its facts and its words in all languages. Prints what visitors read as "Not stated".
 */
export const runInventory = async (args: readonly string[]): Promise<number> => {
  const { config: path, out = FOLDER } = parse(args, PAGE_OPTIONS)
  const config = await readValid(path)
  if (!config) return 1
  const inventory = await inventoryOf(config)
  const nameOf = (version: string, hash = '') =>
    join(out, `inventory.${encodeURIComponent(version)}${hash}.json`)
  const [current, before] = [join(out, 'inventory.json'), nameOf(config.policy.version)]
  const kept: Record<string, string> = {}
  for (const file of [current, before]) {
    const earlier = earlierAt(file)
    if (!earlier || isSameInventory(earlier, inventory)) continue
    const { policy, wordsHashes, hash } = earlier
    const isOfVersion = policy.version === config.policy.version
    const own = isOfVersion ? `.${await hashText(JSON.stringify([hash, wordsHashes]))}` : ''
    kept[nameOf(policy.version, own)] = textOf(file) ?? ''
  }
  const text = asJsonFile(inventory)
  writeFiles({ ...kept, [before]: text, [current]: text })
  const lines = notStatedLines(inventory, namedServicesOf(config as never))
  if (lines[0]) console.log(['Visitors read as "Not stated":', ...lines].join('\n'))
  return 0
}
