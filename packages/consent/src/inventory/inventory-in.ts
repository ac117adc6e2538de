import { complete, type Declared, ownService } from './complete.ts'
import { type CollectingOptions, declaredIn } from './declared-in.ts'
import type { Tables } from './describe.ts'
import { hashOf } from './hash-of.ts'
import type { Inventory } from './inventory.ts'
import { resolveWords } from './resolve-words.ts'

/** Returns the inventory of a site, see `inventoryOf`. */
export const inventoryIn = async (
  options: CollectingOptions,
  tables: Tables,
): Promise<Inventory> => {
  const { version, versions = [] } = options.policy
  const resolved = await Promise.all(declaredIn(options).map(resolveWords))
  const services = [
    ownService(options, tables),
    ...resolved.map(one => complete(one as Declared, tables)),
  ]
  const effective = versions.find(one => one.version === version)?.effective
  return { policy: { version, effective }, services, hash: await hashOf(services) }
}
