import { COOKIE_NAMES } from './cookie-names.ts'
import { GOOGLE_SERVICES } from './google.ts'
import { MORE_COOKIE_NAMES } from './more-cookie-names.ts'

/**
 * Matches names of records of the visitor's answer.
 *
 * @see https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api
 */
const RECORD =
  /consent|opt_?(in|out)|privacy|gdpr|ccpa|gpc|banner|do_?not_?track|ignore|cookie_?(cat|pref|choice|law|notice|policy)/i

/**
 * Says whether a cookie or key is, by its name, a record of the visitor's answer. A site may store
 * such a record after a refusal, also by a collector's script: HubSpot's banner stores
 * `__hs_opt_out`.
 */
export const isRecordName = (name: string): boolean => RECORD.test(name)

/** Says whether a name equals `given`, or, if `given` ends in `*`, begins with the part before. */
export const isNamed = (name: string, given: string): boolean =>
  given.endsWith('*') ? name.startsWith(given.slice(0, -1)) : name === given

const OTHERS = [COOKIE_NAMES, MORE_COOKIE_NAMES].flatMap(table =>
  Object.entries(table).map(([collector, names]) => ({ collector, names: names.split(' ') })),
)

/** Returns the collector other than Google that alone uses a name of a cookie or key. */
const knownName = (name: string): string | undefined =>
  isRecordName(name)
    ? undefined
    : OTHERS.find(({ names }) => names.some(one => isNamed(name, one)))?.collector

/**
 * Returns the name of the collector that sets a cookie. A prefix before the cookies of Google
 * Analytics (`cookie_prefix`) counts, too; a name such as `_gaming` does not.
 */
export const knownCookie = (name: string): string | undefined =>
  GOOGLE_SERVICES.find(({ cookies }) =>
    cookies.some(one => isNamed(name, one) || (one === '_ga_*' && /^\w*_ga(_\w+)?$/.test(name))),
  )?.name ?? knownName(name)

/** Returns the name of the collector that writes a key of local or session storage. */
export const knownStorage = (key: string): string | undefined =>
  GOOGLE_SERVICES.find(({ storage }) => storage.some(one => isNamed(key, one)))?.name ??
  knownName(key)
