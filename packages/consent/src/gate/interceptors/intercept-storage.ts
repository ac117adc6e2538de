import type { Intercept } from './intercept.ts'
import { readText } from './read-text.ts'

/**
 * Blocks keys of `localStorage` and `sessionStorage`: a write of a blocked key by `setItem` does
 * nothing. Reading and deleting stay as they are. No interceptor sees a write by property, such as
 * `localStorage.key = '1'`: a sweep deletes this key.
 *
 * @param blocksKey Says whether a rule blocks a key of this name now.
 */
export const interceptStorage = (
  intercept: Intercept,
  blocksKey: (name: string) => boolean,
): void =>
  // Both storages inherit one `setItem`.
  intercept(localStorage, 'setItem', (_, args) => blocksKey(readText(args)) && (() => {}))
