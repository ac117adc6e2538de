/** Returns 0 if a pattern does not match an address, else a number: higher if more specific. */
export type AddressPattern = (address: URL) => number

/** Says whether a parameter has the value of a pattern, or, before a `*`, its beginning. */
const hasValue = (found: string | null, wanted: string): boolean =>
  found === wanted || (wanted.endsWith('*') && !!found?.startsWith(wanted.slice(0, -1)))

/** Matches the end of a host name that `.*` in a pattern stands for: `.com`, `.de`, `.co.kr`. */
const ENDING = /\.(com?\.)?[a-z]{2,3}$/

/**
 * Reads a pattern of an inventory's `addresses`, which has the same form as `Service.addresses` of
 * `@spaceone/consent`: `host`, `host/path`, `host/path?name=value`, a whole URL, a path that begins
 * with `/`, or `*` for any host with a parameter. `*.` before the host matches sub-domains, too;
 * `.*` behind the host matches the ending of any country; a value that ends in `*` matches each
 * value with this beginning. A host also matches with `www.` before it, except in a whole URL.
 *
 * @param page The address of the page. A pattern that is a path matches only on the page's origin.
 * @returns The pattern. If the text is invalid, the pattern matches nothing.
 */
export const addressPattern = (text: string, page: string): AddressPattern => {
  const isWhole = /^\/|:\/\//.test(text)
  const [, start, given = '', end = '', rest = ''] =
    /^(\*\.|www\.)?(.*?)(\.\*)?([/?].*)?$/.exec(text) ?? []
  const isAny = given === '*'
  const whole = isWhole ? text : `https://${isAny ? 'any' : given}${rest}`
  if (!URL.canParse(whole, page)) return () => 0
  const { host, pathname, searchParams } = new URL(whole, page)
  const path = pathname.replace(/\/$/, '')
  const parameters = [...searchParams]
  if (isAny && !parameters[0]) return () => 0
  const isParent = start === '*.'
  const rank = 1 + path.length + (isParent || isAny || end ? 0 : 1e3) + parameters.length * 1e6

  return address => {
    const compared = isWhole || host.includes(':') ? address.host : address.hostname
    const name = isWhole ? compared : compared.replace(/^www\./, '')
    const isHost = isAny
      ? address.host !== ''
      : end
        ? name.replace(ENDING, end) === host + end
        : name === host || (isParent && name.endsWith(`.${host}`))
    return isHost &&
      `${address.pathname}/`.startsWith(`${path}/`) &&
      parameters.every(([key, value]) => hasValue(address.searchParams.get(key), value))
      ? rank
      : 0
  }
}
