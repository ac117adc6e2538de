import { THIRTEEN_MONTHS } from '../shared/defaults.ts'
import { ownProperty } from '../shared/own-properties.ts'
import type { Stored } from './declaration.ts'
import { DAY } from './entries.ts'

/** How long a cookie, key or database lives. */
type Lifetime = Pick<Stored, 'seconds' | 'isRenewed'>

/** The parameters of Google's `config` command that change lifetimes, with values of any type. */
export type CookieConfig = Readonly<
  Partial<Record<'cookie_expires' | 'cookie_update' | 'cookie_prefix', unknown>>
>

/** Lifetimes that no option changes, by name. */
const FIXED: Readonly<Record<string, Lifetime>> = {
  // 90 days. Google's list of these cookies is linked from
  // https://developers.google.com/tag-platform/security/concepts/cookies (read 2026-11-30)
  '_gcl_*': { seconds: 90 * DAY },
  // AdSense: 13 months. `IDE`: 13 months in the European Economic Area, Switzerland and the United
  // Kingdom, 24 months elsewhere.
  // https://policies.google.com/technologies/cookies (read in quotations, 2026-11-30)
  __gads: { seconds: THIRTEEN_MONTHS },
  __gpi: { seconds: THIRTEEN_MONTHS },
  IDE: { seconds: 730 * DAY },
  _gcl_ls: { seconds: 'until-deleted' },
  'firebase-installations-database': { seconds: 'until-deleted' },
  'firebase-heartbeat-database': { seconds: 'until-deleted' },
}

/**
 * Returns the lifetime of a cookie, key or database of Google by its name; `undefined` for a name
 * that Google's tags do not use today. Without a `config`, the cookies of Analytics have the
 * lifetime that the SDK sets, `LIFETIME` in `start-google.ts`. Google's own default is two years.
 *
 * @param config The parameters of the `config` command for Google Analytics. Ignores a value of
 *   another type.
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/cookies-user-id (read
 *   2026-11-30): `cookie_expires` in seconds, and 0 for the session; `cookie_update`
 * @see https://support.google.com/analytics/answer/11397207 (read 2026-11-30): `_ga` and `_ga_<ID>`
 */
export const lifetimeOf = (name: string, config: CookieConfig = {}): Lifetime | undefined => {
  const { cookie_expires: expires, cookie_update: isUpdated } = config
  // A `cookie_prefix` stands before the name.
  const analytics = /_ga(_\*)?$/.exec(name)
  if (!analytics) return ownProperty(FIXED, name)
  const seconds = typeof expires === 'number' && expires >= 0 ? expires : THIRTEEN_MONTHS
  if (seconds === 0) return { seconds: 'session' }
  // The tag renews the session cookie at each visit, whatever `cookie_update` says.
  return { seconds, isRenewed: !!analytics[1] || isUpdated === true }
}
