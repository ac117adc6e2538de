import { createElement } from '../shared/own-document.ts'

/** The parts of an address. Without a host for an address that is invalid or that has none. */
export type Parsed = Pick<URL, 'host' | 'hostname' | 'href' | 'pathname' | 'search' | 'protocol'>

let link: HTMLAnchorElement | undefined

/**
 * Parses an address by a link, since a page may have a global of its own named `URL`. A relative
 * address is resolved like those in the page. The next call changes the result.
 *
 * @see https://github.com/cliqz-oss/re-consent/pull/9
 */
export const urlOf = (address: string): Parsed => {
  link ??= createElement('a')
  link.href = address
  return link
}

/**
 * Returns how specifically a pattern matches an address: the longer the pattern, the higher; 0 if
 * it does not match.
 */
export type AddressMatcher = (address: Address) => number

/** An address, split once for all patterns. */
export interface Address {
  /** Host and port, without a trailing dot of the host name. */
  readonly whole: string
  /** Host and port without `www.` */
  readonly host: string
  /** Host name without `www.` and without the port. */
  readonly name: string
  /** The path with a slash at its end. */
  readonly path: string
  /** The parameters of the query. */
  readonly query: string
}

/** Splits an address. */
export const takeApart = ({ host: given, pathname, search }: Parsed): Address => {
  const whole = given.replace(/\.(?=:|$)/, '')
  const host = whole.replace(/^www\./, '')
  return { whole, host, name: host.replace(/:.*/, ''), path: `${pathname}/`, query: search }
}

/** The end of a host name that `.*` matches: `com`, `de`, `co.kr`. */
const ENDING = /^(com?\.)?[a-z]{2,3}$/

/**
 * Creates the matcher for a pattern of `Service.match`. Hosts are compared as host names and paths
 * segment by segment, never as substrings: neither `google-analytics.com.evil.test` nor
 * `/?u=google-analytics.com` matches a pattern of Google's.
 *
 * @param pattern `host`, `host/path` or `host/path?name=value`, the host in lower case, which
 *   matches with and without `www.`; `*.` before the host matches its sub-domains too, `.*` behind
 *   it matches a country's ending (`com`, `de`, `co.kr`). A pattern may also be a whole URL or a
 *   path from `/`; each matches its own address and all addresses below.
 * @throws TypeError when the pattern cannot be parsed.
 */
export const addressMatcher = (pattern: string): AddressMatcher => {
  const isWhole = /^\/|:\/\//.test(pattern)
  const [, start, name = '', end = '', rest = ''] =
    /^(\*\.|www\.)?(.*?)(\.\*)?([/?].*)?$/.exec(pattern) ?? []
  const { host, pathname, search } = urlOf(isWhole ? pattern : `https://${name}${rest}`)
  if (!host) throw new TypeError(pattern)
  const isParent = start === '*.'
  const path = pathname.replace(/\/$/, '')
  const parameters = search ? [...new URLSearchParams(search)] : []
  const rank = 1 + path.length + (isParent || end ? 0 : 1e3) + parameters.length * 1e6
  const hasPort = host.includes(':')

  return ({ whole, host: withPort, name: withoutPort, path: at, query }) => {
    // A host without a port matches any port. A whole URL matches its own port, which may be the
    // default.
    const compared = isWhole ? whole : hasPort ? withPort : withoutPort
    const isHost = end
      ? compared.startsWith(`${host}.`) && ENDING.test(compared.slice(host.length + 1))
      : compared === host || (isParent && compared.endsWith(`.${host}`))
    return isHost &&
      at.startsWith(`${path}/`) &&
      parameters.every(([key, value]) => new URLSearchParams(query).get(key) === value)
      ? rank
      : 0
  }
}
