import Cookies from 'js-cookie'
import { cookiePairs, writeCookie } from './cookie-pairs.ts'
import { deleteCookie } from './delete-cookie.ts'
import { COOKIE_NAME } from './names.ts'
import type { CookieOptions } from './options.ts'
import type { ConsentStorage } from './storage.ts'

/**
 * Keeps the record in a cookie, and where the browser refuses cookies (or there is no page) in
 * memory, so that an answer counts for this page at least.
 */
export const cookieStorage = ({
  name = COOKIE_NAME,
  domain,
}: CookieOptions = {}): ConsentStorage => {
  /** What the browser would not keep. While there is such a value the jar is not asked. */
  let kept: string | undefined

  // js-cookie gives only the first cookie of a name; two that disagree have to be seen.
  const jar = (): readonly string[] =>
    cookiePairs()
      .filter(pair => pair.startsWith(`${name}=`))
      .map(pair => pair.slice(name.length + 1))

  const isAlone = (value: string): boolean => [...new Set(jar())].join() === value

  return {
    read: () => (kept === undefined ? jar() : [kept]),
    write: (value, maxAgeSeconds) => {
      kept = value
      try {
        const set = (parent?: string) => {
          const cookie = Cookies.set(name, value, {
            sameSite: 'Lax',
            secure: location.protocol === 'https:',
            'max-age': `${maxAgeSeconds}`,
            // js-cookie leaves out what is undefined; its types do not say so.
            domain: parent as string,
          })
          // Again, where an element of the page stands in for `document.cookie`.
          writeCookie(`${cookie}`)
        }
        set(domain)
        if (!isAlone(value)) {
          // An older cookie on another domain or path would contradict the new one for ever.
          deleteCookie(name)
          set(domain)
        }
        // A domain that is not this host's, as on a developer's machine: for this host alone then.
        if (!jar().includes(value)) set()
        if (isAlone(value)) kept = undefined
      } catch {
        // No cookies here: the value stays in memory.
      }
    },
  }
}
