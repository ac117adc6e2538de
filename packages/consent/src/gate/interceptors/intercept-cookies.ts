import { documentPrototype } from '../../shared/platform.ts'
import type { Intercept } from './intercept.ts'
import { readText } from './read-text.ts'

/**
 * Blocks cookies: turns a write of a blocked cookie to `document.cookie` into a deletion, and
 * ignores a write of such a cookie to `cookieStore`. Does not check whether the page deletes the
 * cookie itself: browsers parse dates differently from `Date.parse`. For example `expires=0` is
 * invalid in a browser, and in the past for `Date.parse`.
 *
 * @param blocksCookie Says whether a rule blocks a cookie of this name now.
 */
export const interceptCookies = (
  intercept: Intercept,
  blocksCookie: (name: string) => boolean,
): void => {
  intercept(documentPrototype(), 'cookie', (_, args) => {
    const cookie = readText(args)
    // If a cookie has several `Max-Age`, the last one counts. `Max-Age` overrides `Expires`.
    if (blocksCookie(nameOf(cookie))) args[0] = `${cookie};Max-Age=0`
    return undefined
  })
  const { CookieStore } = window as Partial<typeof globalThis>
  intercept(CookieStore?.prototype, 'set', (_, args: [unknown, ...unknown[]]) => {
    // A spread would make an object of `null`, which the built-in rejects.
    if (args[0] === null) return undefined
    // Copy the cookie object: a getter could return another name when the browser reads it.
    const cookie = typeof args[0] === 'object' && { ...args[0] }
    if (cookie) args[0] = cookie
    return (
      blocksCookie(cookie ? readText(cookie, 'name') : readText(args)) && (() => Promise.resolve())
    )
  })
}

/**
 * Returns the name that a cookie has when it is read back. A cookie without a name is read back as
 * its value alone, which may look like a name and a value: `=_ga=1` becomes `_ga=1`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.4
 */
const nameOf = (cookie: string): string =>
  cookie
    .replace(/^\s*=/, '')
    .replace(/[=;].*/s, '')
    .trim()
