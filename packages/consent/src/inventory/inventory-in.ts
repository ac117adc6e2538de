import { complete, type Declared, ownService } from './complete.ts'
import type { Words } from './declaration.ts'
import type { Tables } from './describe.ts'
import { hashOf } from './hash-of.ts'
import type { Inventory } from './inventory.ts'
import { resolveWords } from './resolve-words.ts'
import type { OwnStoredOptions } from './stored-of.ts'

/** The options of `createConsent` that an inventory is made from. */
export interface CollectingOptions extends OwnStoredOptions {
  readonly policy: {
    readonly version: string
    readonly versions?:
      | readonly { readonly version: string; readonly effective?: string | undefined }[]
      | undefined
  }
  readonly categories: Readonly<
    Record<string, { readonly services?: readonly object[] | undefined }>
  >
  readonly services?: readonly object[] | undefined
}

/** Returns what the services of a site declare. Leaves out services without a name for visitors. */
export const declaredIn = ({
  categories,
  services = [],
}: CollectingOptions): readonly Declared<Words>[] => [
  ...Object.entries(categories).flatMap(([category, { services = [] }]) =>
    services.flatMap(service => read(service, category)),
  ),
  ...services.flatMap(service => read(service)),
]

/** Returns what a site collects, see `inventoryOf`. */
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
