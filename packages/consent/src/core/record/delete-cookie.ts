import Cookies from 'js-cookie'
import { quietly } from '../../shared/errors.ts'

/**
 * Deletes a cookie for the domains and paths for which this page can read it. A cookie whose name
 * has a character in `document.cookie` that js-cookie escapes, such as `:` or `(`, is not deleted.
 */
export const deleteCookie = (name: string): void => {
  const { hostname, pathname, protocol } = location
  // js-cookie escapes the name again.
  const unescaped = quietly(() => decodeURIComponent(name)) ?? name
  // Browsers delete a `__Secure-` cookie only with `Secure`, and a partitioned cookie only with
  // `Partitioned`. An http page cannot write such cookies: browsers reject `Secure` there.
  const secure = protocol === 'https:'
  const labels = hostname.split('.')
  // Without the last label. Browsers ignore a public suffix, and a part of an IP address.
  const domains = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'))
  const folders = pathname.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))
  const paths = new Set(folders.flatMap(folder => [folder || '/', `${folder}/`]))
  for (const domain of ['', ...domains])
    for (const path of paths)
      for (const partitioned of [false, secure])
        Cookies.remove(unescaped, { path, domain, secure, partitioned })
}
