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

/**
 * Returns the services of a site with a name for visitors, each as the site has written it. As in
 * the gate, the category that lists a service prevails over the service's own `category`.
 */
export const servicesOf = ({
  categories,
  services = [],
}: CollectingOptions): readonly Declared<Words>[] =>
  [
    ...Object.entries(categories).flatMap(([category, { services = [] }]) =>
      services.map(service => ({ ...service, category })),
    ),
    ...services.map(service => ({ ...service })),
  ].filter((service): service is Declared<Words> => !!(service as { name?: unknown }).name)

/** Returns what the services of a site declare, without their code. */
export const declaredIn = (options: CollectingOptions): readonly Declared<Words>[] =>
  servicesOf(options).map(({ name, category, ...given }) => {
    const { recipients, retention, collects, toolKind, identifies, purposes, refusal } = given
    const { addresses, cookies, storage, databases, necessary } = given
    return {
      ...{ name, category, recipients, retention, collects, toolKind, identifies, purposes },
      ...{ refusal, addresses, cookies, storage, databases, necessary },
    }
  })
