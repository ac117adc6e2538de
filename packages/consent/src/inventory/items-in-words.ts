import type { Item, Texts } from './declaration.ts'
import { say } from './say.ts'

/**
 * Returns the items of data that a service collects, as one line.
 *
 * @returns An empty text where no item has words in the language; the id of an item that alone has
 *   none, because a list without it would be untrue.
 */
export const itemsInWords = (
  items: readonly Item<Texts>[],
  language: string,
  separator: string,
): string =>
  items.some(({ words }) => say(words, language))
    ? items.map(({ id, words }) => say(words, language) ?? id).join(separator)
    : ''
