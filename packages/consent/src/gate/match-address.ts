/**
 * How closely an address fits a pattern: the more the pattern says, the higher; 0 when it does not
 * fit.
 */
export type AddressMatcher = (address: Address) => number

/** An address, taken apart once for all patterns. */
export interface Address {
  /** Host and path: a space between, since a `data:` URL has no host, and a slash at the end. */
  readonly place: string
  readonly url: URL
}

/** Takes an address apart. */
export const takeApart = (url: URL): Address => ({ place: `${url.host} ${url.pathname}/`, url })

/**
 * Reads one pattern of `Service.match`. Hosts are compared as host names and paths segment by
 * segment, never as substrings: neither `google-analytics.com.evil.test` nor
 * `/?u=google-analytics.com` is Google's.
 *
 * @param pattern `host`, `host/path` or `host/path?name=value`, the host in lower case: its two
 *   spellings with and without `www.` are one; `*.` before it takes its sub-domains in, `.*` behind
 *   it stands for a country's ending (`com`, `de`, `co.kr`). Or an address, whole or beginning with `/`: what lies below it.
 * @throws TypeError when it is no address.
 */
export const addressMatcher = (pattern: string): AddressMatcher => {
  const isWhole = /^\/|:\/\//.test(pattern)
  const [, start, name = '', end = '', rest = ''] =
    /^(\*\.|www\.)?(.*?)(\.\*)?([/?].*)?$/.exec(pattern) ?? []
  const { host, pathname, searchParams } = new URL(
    isWhole ? pattern : `https://${name}${rest}`,
    location.href,
  )
  const isParent = start === '*.'
  const path = pathname.replace(/\/$/, '')
  const parameters = [...searchParams]
  const rank = 1 + path.length + (isParent || end ? 0 : 1e3) + parameters.length * 1e6
  // Where a pattern names no port, any will do; an address has its own, be it the usual one.
  const port = isWhole ? '' : '(:\\d+)?'
  const form = new RegExp(
    `^${isParent ? '(\\S+\\.)?' : isWhole ? '' : '(www\\.)?'}${literal(host)}${end && '\\.(com?\\.)?[a-z]{2,3}'}\\.?${port} ${literal(path)}/`,
  )

  return ({ place, url }) =>
    form.test(place) && parameters.every(([key, value]) => url.searchParams.get(key) === value)
      ? rank
      : 0
}

/** Writes a text as a regular expression for nothing else. */
const literal = (text: string): string => text.replace(/\W/g, '\\$&')
