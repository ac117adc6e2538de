/**
 * Gives every `Domain` under which a page of this host may have set a cookie, the host itself
 * first. Which of them is a public suffix only the browser knows: it ignores what it must, and so it
 * does with the parts of an IP address.
 *
 * @param host Such as `www.shop.co.kr`; `localhost` has none.
 */
export const cookieDomains = (host: string): readonly string[] =>
  host
    .split('.')
    .map((_, at, labels) => labels.slice(at).join('.'))
    .slice(0, -1)

/**
 * Gives every `Path` under which a page at this path may have set a cookie, each with and without
 * its slash.
 */
export const cookiePaths = (path: string): ReadonlySet<string> =>
  new Set(
    path.split('/').flatMap((_, at, parts) => {
      const folder = parts.slice(0, at + 1).join('/')
      return [folder || '/', `${folder}/`]
    }),
  )
