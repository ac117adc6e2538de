/** A cookie in the browser. */
export interface StoredCookie {
  readonly name: string
  /** With a dot at its start where the cookie is for sub-domains, too. */
  readonly domain: string
  readonly path: string
  /** Seconds since the epoch; -1 for a session. */
  readonly expires: number
  readonly httpOnly: boolean
}

/**
 * Reads a line of a header `Set-Cookie`. A page may delete a cookie before anybody sees it in the
 * browser.
 *
 * @param url The address that has answered.
 * @param now Milliseconds since the epoch.
 * @returns `undefined` for a line that deletes a cookie, and for one that is no cookie.
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.2
 */
export const cookieIn = (line: string, url: string, now: number): StoredCookie | undefined => {
  const [pair = '', ...rest] = line.split(';')
  const name = pair.split('=')[0]?.trim()
  if (!name || !pair.includes('=')) return undefined
  const attributes = new Map(
    rest.map(one => {
      const [key = '', ...value] = one.split('=')
      return [key.trim().toLowerCase(), value.join('=').trim()]
    }),
  )
  const expires = expiryIn(attributes, now)
  if (expires !== -1 && expires * 1000 <= now) return undefined
  const { hostname, pathname } = new URL(url)
  const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase()
  const path = attributes.get('path') ?? ''
  return {
    ...{ name, expires, httpOnly: attributes.has('httponly') },
    domain: domain ? `.${domain}` : hostname,
    path: path.startsWith('/') ? path : pathname.replace(/\/[^/]*$/, '') || '/',
  }
}

/** Returns when a cookie expires, in seconds since the epoch; -1 for a session. */
const expiryIn = (attributes: ReadonlyMap<string, string>, now: number): number => {
  const age = attributes.get('max-age')
  if (age && /^-?\d+$/.test(age)) return Math.floor(now / 1000) + Number(age)
  const date = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(date) ? -1 : Math.round(date / 1000)
}
