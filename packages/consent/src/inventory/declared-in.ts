import type { Declared } from './complete.ts'
import type { Words } from './declaration.ts'
import type { OwnStoredOptions } from './stored-of.ts'

/** The options of `createConsent` that an inventory is made from. */
export interface CollectingOptions extends OwnStoredOptions {
  readonly policy: {
    readonly version: string
    readonly url?: string | Readonly<Record<string, string>> | undefined
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

/**
 * Reads a service's declaration. Returns an empty list for an object without a name for visitors.
 */
const read = (service: object, listed?: string): readonly Declared<Words>[] => {
  const { name, category: named, ...given } = service as Declared<Words>
  if (!name) return []
  // As in the gate: the category that lists the service prevails over the service's `category`.
  const category = listed ?? named
  const { recipients, retention, collects, toolKind, identifies, purposes, refusal } = given
  const { match, cookies, storage, databases, necessary } = given
  return [
    {
      ...{ name, category, recipients, retention, collects, toolKind, identifies, purposes },
      ...{ refusal, match, cookies, storage, databases, necessary },
    },
  ]
}
