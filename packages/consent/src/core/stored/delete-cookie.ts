import { writeCookie } from '../../shared/platform.ts'
import { cookieDomains, cookiePaths } from './cookie-scopes.ts'

/**
 * Deletes a cookie in every scope in which this page can read it: host-only and each parent domain,
 * each folder of the page's path, partitioned or not.
 *
 * @param name The exact name, as in `document.cookie`.
 */
export const deleteCookie = (name: string): void => {
  const { hostname, pathname, protocol } = location
  // Browsers delete a `__Secure-` cookie only with `Secure`, and a partitioned cookie only with
  // `Partitioned`. An http page cannot write such cookies: browsers reject `Secure` there.
  const kinds = protocol === 'https:' ? ['; Secure', '; Secure; Partitioned'] : ['']
  for (const domain of ['', ...cookieDomains(hostname).map(parent => `; Domain=${parent}`)])
    for (const path of cookiePaths(pathname))
      for (const kind of kinds) writeCookie(`${name}=; Max-Age=-1; Path=${path}${domain}${kind}`)
}
