import { IS_TAG } from './is-tag.ts'

/** The key of a category, `category`, or of one of its services, `category/name`. */
export type ConsentKey<Category extends string, ServiceName extends string = string> =
  | Category
  | `${Category}/${ServiceName}`

/**
 * Returns the key of a service, as used in records and blocked markup: `category/name`. Without a
 * name, returns the category, which includes all of its services.
 */
export const keyOf = (category: string, service?: string): string =>
  // Every service of the script tag has a name.
  !IS_TAG && service === undefined ? category : `${category}/${service}`

/** Returns the category part of a key. */
export const categoryOf = (key: string): string => key.replace(/\/.*/s, '')

/** The fields of a consent's state that say what is granted. */
interface Answers {
  readonly granted: Readonly<Record<string, boolean>>
  readonly without: readonly string[]
  readonly keys: readonly string[]
}

/**
 * Says whether a state grants a category or a service. A service that is not declared is never
 * granted: its name may be misspelt, and the visitor may have refused the service that is meant.
 *
 * @param key A category, or `category/name` for one of its services.
 */
export const allows = ({ granted, without, keys }: Answers, key: string): boolean =>
  granted[categoryOf(key)] === true && !without.includes(key) && keys.includes(key)
