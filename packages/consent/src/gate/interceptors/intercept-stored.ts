import { documentPrototype } from '../../shared/platform.ts'
import type { Rules } from '../rules.ts'
import { type Intercept, readText } from './intercept.ts'

/** Makes `document.cookie`, `CookieStore.set` and `setItem` store nothing under blocked names. */
export const interceptStored = (
  intercept: Intercept,
  blocksName: (...args: Parameters<Rules['blocksName']>) => boolean,
): void => {
  intercept(documentPrototype(), 'cookie', (_, args) => {
    const cookie = readText(args)
    // Also if the page deletes the cookie: browsers parse `expires` differently from `Date.parse`. If
    // a cookie has several `Max-Age`, the last one counts. `Max-Age` overrides `Expires`.
    if (blocksName('cookie', nameOf(cookie))) args[0] = `${cookie};Max-Age=0`
    return undefined
  })
  const { CookieStore } = window as Partial<typeof globalThis>
  intercept(CookieStore?.prototype, 'set', (_, args: [unknown, ...unknown[]]) => {
    // A spread would make an object of `null`, which the built-in rejects.
    if (args[0] === null) return undefined
    // Copy the cookie object: a getter could return another name when the browser reads it.
    const cookie = typeof args[0] === 'object' && { ...args[0] }
    if (cookie) args[0] = cookie
    const name = cookie ? readText(cookie, 'name') : readText(args)
    return blocksName('cookie', name) && (() => Promise.resolve())
  })
  // Both storages inherit one `setItem`. Last, since the browser may refuse access to storage.
  intercept(
    localStorage,
    'setItem',
    (_, args) => blocksName('storage', readText(args)) && (() => {}),
  )
}

/**
 * Returns the name that a cookie has when it is read back: `=_ga=1` is read back as `_ga=1`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.4
 */
const nameOf = (cookie: string): string =>
  cookie
    .replace(/^\s*=/, '')
    .replace(/[=;].*/s, '')
    .trim()
