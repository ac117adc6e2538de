import { entityOf } from '../collectors/entities.ts'

/** The category of a service, by the kinds of `third-party-web`. Earlier rows count first. */
const CATEGORIES: readonly (readonly [category: string, kinds: readonly string[]])[] = [
  ['marketing', ['ad', 'marketing', 'social']],
  ['analytics', ['analytics', 'tag-manager']],
  ['support', ['customer-success']],
  ['media', ['video', 'content', 'cdn', 'hosting', 'utility']],
]

/** Returns the category that services on these hosts usually have. @default 'analytics' */
export const categoryOf = (hosts: readonly string[]): string => {
  const kinds = hosts.flatMap(host => entityOf(host)?.kinds ?? [])
  return CATEGORIES.find(([, all]) => all.some(one => kinds.includes(one)))?.[0] ?? 'analytics'
}
