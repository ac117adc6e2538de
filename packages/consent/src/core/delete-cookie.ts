import { writeCookie } from './cookie-pairs.ts'
import { cookieDomains, cookiePaths } from './cookie-scopes.ts'

/**
 * Deletes a cookie wherever a page of this host may have set it: host-only and on each parent
 * domain, on each path, partitioned or not.
 *
 * @param name As it stands in `document.cookie`; compared by the browser, never as a pattern.
 */
export const deleteCookie = (name: string): void => {
  const { hostname, pathname, protocol } = location
  // A name with __Secure- goes only by a deletion that says Secure, a Partitioned cookie only by one
  // that says so. On http browsers ignore both.
  const kinds = protocol === 'https:' ? ['; Secure', '; Secure; Partitioned'] : ['']
  for (const domain of ['', ...cookieDomains(hostname).map(parent => `; Domain=${parent}`)])
    for (const path of cookiePaths(pathname))
      for (const kind of kinds) writeCookie(`${name}=; Max-Age=-1; Path=${path}${domain}${kind}`)
}
