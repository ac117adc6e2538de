/**
 * Returns the key of a service in records and blocked markup: `category/name`; without a name, the
 * category, which stands for all of its services.
 */
export const keyOf = (category: string, service?: string): string =>
  service === undefined ? category : `${category}/${service}`

/** Returns the category of a key. */
export const categoryOf = (key: string): string => key.replace(/\/.*/s, '')

/** The part of a consent's state that says what may run. */
interface Answers {
  readonly granted: Readonly<Record<string, boolean>>
  readonly without: readonly string[]
}

/**
 * Says whether a state lets something run.
 *
 * @param key A category, or `category/name` for one of its services.
 */
export const allows = ({ granted, without }: Answers, key: string): boolean =>
  granted[categoryOf(key)] === true && !without.includes(key)
