/**
 * How closely an address fits a pattern: the more the pattern says, the higher; 0 when it does not
 * fit.
 */
export type AddressMatcher = (address: Address) => number

/** An address, taken apart once for all patterns. */
export interface Address {
  /** With the port, if it is not the usual one. */
  readonly host: string
  readonly hostname: string
  readonly path: string
  readonly url: URL
}

/** Takes an address apart. */
export const takeApart = (url: URL): Address => ({
  host: url.host.replace(/\.$/, ''),
  hostname: url.hostname.replace(/\.$/, ''),
  path: `${url.pathname}/`,
  url,
})

/**
 * Reads one pattern of `Service.match`. Hosts are compared as host names and paths segment by
 * segment, never as substrings: neither `google-analytics.com.evil.test` nor
 * `/?u=google-analytics.com` is Google's.
 *
 * @param pattern `host`, `host/path` or `host/path?name=value`, the host in lower case; `*.` before
 *   it takes its sub-domains in, `.*` behind it stands for a country's ending (`com`, `de`,
 *   `co.kr`). Or an address, whole or beginning with `/`: what lies below it.
 * @throws TypeError when it is no address.
 */
export const addressMatcher = (pattern: string): AddressMatcher => {
  const isWhole = /^\/|:\/\//.test(pattern)
  const [, start = '', name = '', end = '', rest = ''] =
    /^(\*\.)?(.*?)(\.\*)?([/?].*)?$/.exec(pattern) ?? []
  const { host, pathname, searchParams } = new URL(
    isWhole ? pattern : `https://${name}${rest}`,
    location.href,
  )
  const path = pathname.replace(/\/$/, '')
  const parameters = [...searchParams]
  const rank = 1 + path.length + (start || end ? 0 : 1e3) + parameters.length * 1e6
  const form = new RegExp(
    `^${start && '(.+\\.)?'}${host.replace(/[.[\]]/g, '\\$&')}${end && '\\.(com?\\.)?[a-z]{2,3}'}$`,
  )
  // Where a pattern names no port, any will do.
  const part = isWhole || host.includes(':') ? 'host' : 'hostname'

  return address =>
    (start || end ? form.test(address[part]) : address[part] === host) &&
    address.path.startsWith(`${path}/`) &&
    parameters.every(([key, value]) => address.url.searchParams.get(key) === value)
      ? rank
      : 0
}
