import { documentPrototype } from '../../shared/own-document.ts'
import type { Intercept, WrapMethod } from './intercept.ts'

/** The part of the Cookie Store API that TypeScript does not know yet. */
interface CookieStorePrototype {
  set(cookie: string | { readonly name: string }, value?: string): Promise<void>
}

/**
 * Keeps cookies of a denied service from being written: each write is made a deletion. To let
 * deletions pass and stop the rest one would have to read dates as each browser does, and
 * `expires=0`, which many write, is in the past for `Date.parse` and no date for a browser.
 *
 * @param isRefused Says whether nobody may write a cookie of this name now.
 */
export const guardCookies = (
  patch: Intercept,
  wrap: WrapMethod,
  isRefused: (name: string) => boolean,
): void => {
  wrap<Document, [unknown]>(
    documentPrototype(),
    'cookie',
    write =>
      function (value) {
        const cookie = `${value}`
        const [pair = '', ...attributes] = cookie.split(';')
        const scope = attributes.filter(attribute => !/^\s*(expires|max-age)\b/i.test(attribute))
        const deletion = [pair, ...scope, 'Max-Age=0'].join(';')
        return Reflect.apply(write, this, [isRefused(nameOf(pair)) ? deletion : cookie])
      },
  )
  const { CookieStore } = window as { CookieStore?: { readonly prototype: CookieStorePrototype } }
  patch(
    CookieStore?.prototype,
    'set',
    (_, [cookie]) =>
      isRefused(`${(cookie as { name: string })?.name ?? cookie}`) && (() => Promise.resolve()),
  )
}

/** A pair without `=` is a value without a name. */
const nameOf = (pair: string): string => (pair.includes('=') ? pair.replace(/=.*/s, '').trim() : '')
