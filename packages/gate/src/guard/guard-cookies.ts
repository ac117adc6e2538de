import type { Intercept } from './intercept.ts'

/** The part of the Cookie Store API that TypeScript does not know yet. */
interface CookieStorePrototype {
  set(cookie: string | { readonly name: string }, value?: string): Promise<void>
}

/**
 * Keeps cookies of a denied service from being written. Deletions pass, ours among them.
 *
 * @param isRefused Says whether nobody may write a cookie of this name now.
 */
export const guardCookies = (patch: Intercept, isRefused: (name: string) => boolean): void => {
  patch(
    Document.prototype,
    'cookie',
    (_, cookie: unknown) => {
      const [pair = '', ...attributes] = `${cookie}`.split(';')
      return isRefused(nameOf(pair)) && !isDeletion(attributes) && (() => {})
    },
    'set',
  )
  const { CookieStore } = window as { CookieStore?: { readonly prototype: CookieStorePrototype } }
  patch(
    CookieStore?.prototype,
    'set',
    (_, cookie: string | { readonly name: string }) =>
      isRefused(`${(cookie as { name: string })?.name ?? cookie}`) && (() => Promise.resolve()),
  )
}

/** A pair without `=` is a value without a name. */
const nameOf = (pair: string): string => (pair.includes('=') ? pair.replace(/=.*/s, '').trim() : '')

/**
 * Of several attributes of a kind the last counts, and `Max-Age` before `Expires`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.3
 */
const isDeletion = (attributes: readonly string[]): boolean => {
  const last = (kind: string) =>
    attributes
      .map(attribute => attribute.trim().split('='))
      .filter(([name = '']) => name.trim().toLowerCase() === kind)
      .pop()?.[1]
  const maxAge = last('max-age')
  return maxAge === undefined
    ? Date.parse(last('expires') ?? '') < Date.now()
    : Number.parseInt(maxAge, 10) <= 0
}
