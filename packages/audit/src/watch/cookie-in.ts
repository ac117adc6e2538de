/** A cookie in the browser. */
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
 * Reads the cookie in a line of a header `Set-Cookie`. Reading only the browser's cookies would
 * miss a cookie that a page deletes at once.
 *
 * @param url The address whose answer has the header.
 * @param now Milliseconds since the epoch.
 * @returns `undefined` if the line deletes a cookie or is invalid.
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

/** Returns when a cookie expires, in seconds since the epoch; -1 for a session cookie. */
const expiryIn = (attributes: ReadonlyMap<string, string>, now: number): number => {
  const age = attributes.get('max-age')
  if (age && /^-?\d+$/.test(age)) return Math.floor(now / 1000) + Number(age)
  const date = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(date) ? -1 : Math.round(date / 1000)
}
