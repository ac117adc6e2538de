import { entityOf } from '../collectors/entities.ts'
import { VENDORS } from '../collectors/vendors.ts'

/** The category of a service, by the kinds of `third-party-web`. Earlier rows count first. */
const CATEGORIES: readonly (readonly [category: string, kinds: readonly string[]])[] = [
  ['marketing', ['ad', 'marketing', 'social']],
  ['analytics', ['analytics', 'tag-manager']],
  ['support', ['customer-success']],
  ['media', ['video', 'content', 'cdn', 'hosting', 'utility']],
]

/**
 * Returns the category that a service usually has; `analytics` if `CATEGORIES` has none for it.
 *
 * @param name The name of the service. If `VENDORS` has the service, only its kind there counts.
 */
export const categoryOf = (name: string, hosts: readonly string[]): string => {
  const vendor = VENDORS.find(one => one.name === name)
  const kinds = vendor
    ? [vendor.kind ?? 'analytics']
    : hosts.flatMap(host => entityOf(host)?.kinds ?? [])
  return CATEGORIES.find(([, all]) => all.some(one => kinds.includes(one)))?.[0] ?? 'analytics'
}
