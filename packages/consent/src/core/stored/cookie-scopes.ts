/**
 * Returns every `Domain` with which a page of this host may have set a cookie, the host itself
 * first. The list can contain public suffixes and parts of an IP address; browsers ignore both.
 *
 * @param host A host name, such as `www.shop.co.kr`. For a name without a dot, such as `localhost`,
 *   the list is empty.
 */
export const cookieDomains = (host: string): readonly string[] =>
  host
    .split('.')
    .map((_, at, labels) => labels.slice(at).join('.'))
    .slice(0, -1)

/**
 * Returns every `Path` of the cookies that a page at this path can read, each with and without a
 * slash at its end.
 */
export const cookiePaths = (path: string): ReadonlySet<string> =>
  new Set(
    path.split('/').flatMap((_, at, parts) => {
      const folder = parts.slice(0, at + 1).join('/')
      return [folder || '/', `${folder}/`]
    }),
  )
