import { GOOGLE_SERVICES } from './google.ts'

/** Says whether a name equals `given`, or, if `given` ends in `*`, begins with the part before. */
export const isNamed = (name: string, given: string): boolean =>
  given.endsWith('*') ? name.startsWith(given.slice(0, -1)) : name === given

/**
 * Returns the name of the Google service that sets a cookie. A prefix before the cookies of Google
 * Analytics (`cookie_prefix`) counts, too; a name such as `_gaming` does not.
 */
export const knownCookie = (name: string): string | undefined =>
  GOOGLE_SERVICES.find(({ cookies }) =>
    cookies.some(one => isNamed(name, one) || (one === '_ga_*' && /^\w*_ga(_\w+)?$/.test(name))),
  )?.name

/** Returns the name of the Google service that writes a key of `localStorage`. */
export const knownStorage = (key: string): string | undefined =>
  GOOGLE_SERVICES.find(({ storage }) => storage.some(one => isNamed(key, one)))?.name
