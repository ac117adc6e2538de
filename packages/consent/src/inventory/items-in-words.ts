import { fill } from '../shared/fill.ts'
import { say } from '../shared/say.ts'
import type { Item, Stored, Texts } from './declaration.ts'
import { list } from './in-words.ts'

/**
 * Returns the items of data that a service collects, as one line. `{cookies}` in an item stands for
 * the names of the service's cookies.
 *
 * @returns An empty text if no item has words in the language. If only some items have words, the
 *   line has the ids of the others, because a list without these items would be untrue.
 */
export const itemsInWords = (
  items: readonly Item<Texts>[],
  cookies: readonly (string | Stored<Texts>)[],
  language: string,
): string =>
  items.some(({ words }) => say(words, language))
    ? fill(
        list(
          items.map(({ id, words }) => say(words, language) ?? id),
          language,
        ),
        {
          cookies: list(
            cookies.map(one => (typeof one === 'string' ? one : one.name)),
            language,
          ),
        },
      )
    : ''
