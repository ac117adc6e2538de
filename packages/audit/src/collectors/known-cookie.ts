import { COOKIE_NAMES } from './cookie-names.ts'
import { GOOGLE_SERVICES } from './google.ts'
import { MORE_COOKIE_NAMES } from './more-cookie-names.ts'

/**
 * Matches names under which sites store the visitor's choice about cookies.
 *
 * @see https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api
 */
const RECORD =
  /consent|opt_?(in|out)|privacy|gdpr|ccpa|gpc|banner|do_?not_?track|ignore|cookie_?(cat|pref|choice|law|notice|policy)/i

/**
 * Says whether a cookie or key seems, by its name, to store the visitor's choice about cookies. A
 * site may store a choice after a refusal, also by a collector's script: HubSpot's banner stores
 * `__hs_opt_out`.
 */
export const isRecordName = (name: string): boolean => RECORD.test(name)

/** Says whether a name equals `given`, or, if `given` ends in `*`, begins with the part before. */
export const isNamed = (name: string, given: string): boolean =>
  given.endsWith('*') ? name.startsWith(given.slice(0, -1)) : name === given

const OTHERS = [COOKIE_NAMES, MORE_COOKIE_NAMES].flatMap(table =>
  Object.entries(table).map(([collector, names]) => ({ collector, names: names.split(' ') })),
)

/**
 * Returns the collector, other than Google, in whose list the name of a cookie or key stands;
 * `undefined` for a name of which `isRecordName` is true.
 */
const knownName = (name: string): string | undefined =>
  isRecordName(name)
    ? undefined
    : OTHERS.find(({ names }) => names.some(one => isNamed(name, one)))?.collector

/**
 * Returns the name of the collector to which a cookie's name points. A prefix before the cookies of
 * Google Analytics (`cookie_prefix`) counts, too; a name such as `_gaming` does not.
 */
export const knownCookie = (name: string): string | undefined =>
  GOOGLE_SERVICES.find(({ cookies }) =>
    cookies.some(one => isNamed(name, one) || (one === '_ga_*' && /^\w*_ga(_\w+)?$/.test(name))),
  )?.name ?? knownName(name)

/** Returns the collector to which the name of a key of local or session storage points. */
export const knownStorage = (key: string): string | undefined =>
  GOOGLE_SERVICES.find(({ storage }) => storage.some(one => isNamed(key, one)))?.name ??
  knownName(key)
