/**
 * Matches a valid pattern of addresses, such as `host`, `*.host`, `host.*`, `host/path?name=value`,
 * `/path`, a whole URL, or `*?name=value` for any host.
 */
export const ADDRESS_PATTERN: RegExp =
  /^((https?:\/\/|\*\.)?[a-z\d][a-z\d.-]*(\.\*|:\d+)?([/?][!-~]*)?|\/[!-~]*|\*(\/[!-~]*)?\?[!-~]+)$/

/** The parts of an address. `host` is empty if the address is invalid or has no host. */
export type Parsed = Pick<URL, 'host' | 'hostname' | 'href' | 'pathname' | 'search' | 'protocol'>

/** An address, split once for all patterns. */
export interface Address {
  /** Host and port, without a trailing dot of the host name. */
  readonly whole: string
  /** Host name without `www.` and without the port. */
  readonly name: string
  /** The path with a slash at its end. */
  readonly path: string
  /** The protocol with a colon at its end. */
  readonly protocol: string
  /** The parameters of the query, each as `name=value`, spelled as in the address. */
  readonly parameters: readonly string[]
}

/** Splits an address, such as a `URL`, for `addressMatcher`. */
export const splitAddress = ({ host, pathname, protocol, search }: Parsed): Address => {
  const whole = host.replace(/\.(?=:|$)/, '')
  const name = whole.replace(/^www\.|:.*/g, '')
  return { whole, name, path: `${pathname}/`, protocol, parameters: search.slice(1).split('&') }
}

/** Matches the end of a host name that `.*` in a pattern stands for: `.com`, `.de`, `.co.kr`. */
const ENDING = /\.(com?\.)?[a-z]{2,3}$/

/**
 * Creates the matchers for patterns of `Service.addresses`. Hosts are compared as host names and
 * paths segment by segment, never as substrings: the pattern `google-analytics.com` matches neither
 * `google-analytics.com.evil.test` nor `/?u=google-analytics.com`.
 *
 * ```ts
 * const rankOf = addressMatcher(address => new URL(address, page))('*.chat.example')
 * rankOf(splitAddress(new URL('https://a.chat.example/'))) // more than 0
 * ```
 *
 * A pattern is `host`, `host/path` or `host/path?name=value`, the host in lower case. The host
 * matches with and without `www.`; `*.` before the host matches its sub-domains too; `.*` behind
 * the host matches endings such as `com`, `de`, `co.kr`. A pattern may also be a whole URL or a path
 * from `/`, which matches its own address and those below, with any scheme. `*` in place of the host
 * matches any host, and needs a parameter. A parameter that ends in `*` matches all with this
 * beginning. Parameters are compared as they are spelled in the address, without decoding.
 *
 * @param parse Parses an address, and resolves a path as the page does.
 * @returns A function that reads a pattern, and throws a TypeError if it cannot be parsed. The
 *   function returns one that returns how specifically the pattern matches an address, or 0 if not.
 *   Parameters count most, then a host without `*`, then the length of the path.
 */
export const addressMatcher =
  (parse: (address: string) => Parsed) =>
  (pattern: string): ((address: Address) => number) => {
    const isWhole = /^(\/|\w+:\/\/)/.test(pattern)
    const [, start, given = '', end = '', rest = ''] =
      /^(\*\.|www\.)?(.*?)(\.\*)?([/?].*)?$/.exec(pattern) ?? []
    const isAny = given === '*'
    const { host, pathname, search } = parse(
      isWhole ? pattern : `https://${isAny ? 'any' : given}${rest}`,
    )
    if (!host || (isAny && !search)) throw new TypeError(pattern)
    const isParent = start === '*.'
    const path = pathname.replace(/\/$/, '')
    const matchers = search ? search.slice(1).split('&').map(cookieMatcher) : []
    const rank = 1 + path.length + (isParent || isAny || end ? 0 : 1e3) + matchers.length * 1e6
    const hasPort = host.includes(':')
    const wanted = host + end

    return ({ whole, name, path: at, parameters }) => {
      // A host without a port matches any port. A whole URL matches only the port that it names,
      // or the default port if it names none.
      const compared = isWhole ? whole : hasPort ? whole.replace(/^www\./, '') : name
      const ended = end ? compared.replace(ENDING, end) : compared
      const isHost = isAny ? whole : ended === wanted || (isParent && ended.endsWith(`.${wanted}`))
      return isHost &&
        at.startsWith(`${path}/`) &&
        matchers.every(matches => parameters.some(matches))
        ? rank
        : 0
    }
  }

/**
 * Creates a function that returns how specifically a pattern matches a name or a parameter: the
 * longer the pattern, the higher; an exact name is highest; 0 if it does not match.
 *
 * @param pattern An exact name, or a prefix that ends in `*`.
 */
export const cookieMatcher =
  (pattern: string) =>
  (name: string): number => {
    if (pattern === name) return 1e3
    return pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)) ? pattern.length : 0
  }
