import { writeCookie } from './cookie-pairs.ts'
import { cookieDomains, cookiePaths } from './cookie-scopes.ts'

/**
 * Deletes a cookie wherever a page of this host may have set it: host-only and on each parent
 * domain, on each path, partitioned or not.
 *
 * @param name As it stands in `document.cookie`; compared by the browser, never as a pattern.
 */
export const deleteCookie = (name: string): void => {
  const { hostname, pathname } = location
  // A Partitioned cookie goes only by a deletion that says so, and that needs Secure. On http the
  // browser ignores both.
  for (const domain of ['', ...cookieDomains(hostname).map(parent => `; Domain=${parent}`)])
    for (const path of cookiePaths(pathname))
      for (const kind of ['', '; Secure', '; Secure; Partitioned'])
        writeCookie(`${name}=; Max-Age=-1; Path=${path}${domain}${kind}`)
}
