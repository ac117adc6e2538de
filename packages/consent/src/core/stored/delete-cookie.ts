import { writeCookie } from './cookie-pairs.ts'
import { cookieDomains, cookiePaths } from './cookie-scopes.ts'

/**
 * Deletes a cookie in every scope in which a page of this host may have set it: host-only and each
 * parent domain, each path, partitioned or not.
 *
 * @param name The exact name, as in `document.cookie`.
 */
export const deleteCookie = (name: string): void => {
  const { hostname, pathname, protocol } = location
  // Browsers delete a `__Secure-` cookie only with `Secure`, and a partitioned cookie only with
  // `Partitioned`. On an http page, browsers ignore both attributes.
  const kinds = protocol === 'https:' ? ['; Secure', '; Secure; Partitioned'] : ['']
  for (const domain of ['', ...cookieDomains(hostname).map(parent => `; Domain=${parent}`)])
    for (const path of cookiePaths(pathname))
      for (const kind of kinds) writeCookie(`${name}=; Max-Age=-1; Path=${path}${domain}${kind}`)
}
