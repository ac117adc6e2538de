import { parseString } from 'set-cookie-parser'

/** A cookie in the form in which the browser lists it. */
export interface StoredCookie {
  readonly name: string
  /** Begins with a dot if the cookie is for sub-domains, too. */
  readonly domain: string
  readonly path: string
  /** Seconds since the epoch; -1 for a session cookie. */
  readonly expires: number
  readonly httpOnly: boolean
}

/**
 * Reads the cookie in a line of a header `Set-Cookie`, with the domain and path of RFC 6265. Does
 * not check whether the browser accepts the domain. Reading only the browser's cookies would miss a
 * cookie that a page deletes at once.
 *
 * @param url The address whose answer has the header.
 * @param now Milliseconds since the epoch.
 * @returns `undefined` if the line deletes a cookie or is invalid.
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.2
 */
export const cookieIn = (line: string, url: string, now: number): StoredCookie | undefined => {
  const cookie = parseString(line, { decodeValues: false, silent: true })
  if (!cookie?.name) return undefined
  const { name, maxAge, expires: date, httpOnly = false } = cookie
  const expires =
    maxAge !== undefined
      ? Math.floor(now / 1000) + maxAge
      : date
        ? Math.round(date.getTime() / 1000)
        : -1
  if (expires !== -1 && expires * 1000 <= now) return undefined
  const { hostname, pathname } = new URL(url)
  const domain = cookie.domain?.replace(/^\./, '').toLowerCase()
  const path = cookie.path?.startsWith('/') ? cookie.path : pathname.replace(/\/[^/]*$/, '') || '/'
  return { name, expires, httpOnly, path, domain: domain ? `.${domain}` : hostname }
}
