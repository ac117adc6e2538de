import Cookies from 'js-cookie'
import { COOKIE_NAME } from '../../shared/defaults.ts'
import { quietly } from '../../shared/errors.ts'
import { cookiePairs } from '../../shared/platform.ts'
import type { CookieOptions } from '../store/options.ts'
import type { ConsentStorage } from '../store/ports.ts'
import { deleteCookie } from './delete-cookie.ts'

/** Creates a storage in a cookie, or in memory for a value that the browser does not store. */
export const cookieStorage = ({
  name = COOKIE_NAME,
  domain,
}: CookieOptions = {}): ConsentStorage => {
  /**
   * The last written value, if it was not the only value in the cookies after the write. `read`
   * returns this value until the next write.
   */
  let unsavedValue: string | undefined

  // js-cookie returns only the first cookie of a name. The cookies of one name may differ.
  const readValues = (): readonly string[] =>
    cookiePairs()
      .filter(pair => pair.startsWith(`${name}=`))
      .map(pair => pair.slice(name.length + 1))

  const isOnlyValue = (value: string): boolean => [...new Set(readValues())].join() === value

  return {
    read: () => (unsavedValue === undefined ? readValues() : [unsavedValue]),
    write: (value, maxAgeSeconds) => {
      unsavedValue = value
      quietly(() => {
        const scope = (parent?: string) => ({
          sameSite: 'Lax' as const,
          secure: location.protocol === 'https:',
          // js-cookie leaves out an attribute that is `undefined`, but its types forbid it.
          domain: parent as string,
        })
        const set = (parent?: string) =>
          value
            ? Cookies.set(name, value, { ...scope(parent), 'max-age': `${maxAgeSeconds}` })
            : Cookies.remove(name, scope(parent))
        set(domain)
        if (!isOnlyValue(value)) {
          // A second cookie, of another domain or path, would contradict the new record.
          deleteCookie(name)
          set(domain)
        }
        // Without `domain` if the browser has refused it, as on a developer's machine.
        if (!readValues().includes(value)) set()
        if (isOnlyValue(value)) unsavedValue = undefined
      })
    },
  }
}
