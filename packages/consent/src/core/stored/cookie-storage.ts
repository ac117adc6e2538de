import Cookies from 'js-cookie'
import { quietly } from '../../shared/quietly.ts'
import type { CookieOptions } from '../store/options.ts'
import { cookiePairs, writeCookie } from './cookie-pairs.ts'
import { deleteCookie } from './delete-cookie.ts'
import { COOKIE_NAME } from './names.ts'
import type { ConsentStorage } from './storage.ts'

/**
 * Stores the record in a cookie. Where the browser refuses cookies, or on a server, the record is
 * kept in memory, so that the decision counts on this page.
 */
export const cookieStorage = ({
  name = COOKIE_NAME,
  domain,
}: CookieOptions = {}): ConsentStorage => {
  /**
   * The value that the browser did not store. While set, this value is read instead of the cookies.
   */
  let unsavedValue: string | undefined

  // js-cookie returns only the first cookie of a name. The SDK has to see two that differ.
  const readValues = (): readonly string[] =>
    cookiePairs()
      .filter(pair => pair.startsWith(`${name}=`))
      .map(pair => pair.slice(name.length + 1))

  const isOnlyValue = (value: string): boolean => [...new Set(readValues())].join() === value

  return {
    read: () => (unsavedValue === undefined ? readValues() : [unsavedValue]),
    write: (value, maxAgeSeconds) => {
      unsavedValue = value
      // Where the browser refuses cookies, the value stays in memory.
      quietly(() => {
        const set = (parent?: string) => {
          const cookie = Cookies.set(name, value, {
            sameSite: 'Lax',
            secure: location.protocol === 'https:',
            'max-age': `${maxAgeSeconds}`,
            // js-cookie omits an undefined attribute, though its types do not allow one.
            domain: parent as string,
          })
          // js-cookie writes to the wrong object where an element named `cookie` hides
          // `document.cookie`.
          writeCookie(`${cookie}`)
        }
        set(domain)
        if (!isOnlyValue(value)) {
          // An older cookie on another domain or path would contradict the new record for ever.
          deleteCookie(name)
          set(domain)
        }
        // `domain` is not a parent of this host, as on a developer's machine: set a host-only
        // cookie.
        if (!readValues().includes(value)) set()
        if (isOnlyValue(value)) unsavedValue = undefined
      })
    },
  }
}
