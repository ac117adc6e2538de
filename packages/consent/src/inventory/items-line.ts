import type { Item, Texts } from './declaration.ts'
import { put, say } from './say.ts'

/**
 * Returns the items of data that a service collects, as one line.
 *
 * @param cookies Names of the service's cookies, which an item may list.
 * @returns An empty text where no item has words in the language; the id of an item that alone has
 *   none, because a list without it would be untrue.
 */
export const itemsLine = (
  items: readonly Item<Texts>[],
  cookies: readonly string[],
  language: string,
  separator: string,
): string =>
  items.some(({ words }) => say(words, language))
    ? items
        .map(({ id, words }) =>
          put(say(words, language) ?? id, { cookies: cookies.join(separator) }).replace(
            / ?\(\)/,
            '',
          ),
        )
        .join(separator)
    : ''
