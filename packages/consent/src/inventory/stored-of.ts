import { COOKIE_NAME, HISTORY_DAYS, VALIDITY_DAYS } from '../shared/defaults.ts'
import { own } from '../shared/own.ts'
import type { Declaration, Stored, Texts } from './declaration.ts'
import { GOOGLE_COOKIES, THIRTEEN_MONTHS } from './google-rules.ts'

/** One day, in seconds. */
export const DAY = 86_400

/** What the SDK knows of the cookies, storage keys and databases of Google, by name. */
const KNOWN: Readonly<Record<string, Omit<Stored<Texts>, 'name'>>> = {
  _ga: { seconds: THIRTEEN_MONTHS },
  '_ga_*': { seconds: THIRTEEN_MONTHS, isRenewed: true },
  // The lifetime with which Google's tags set `_gcl_au` and `_gcl_aw`. Google's list of cookies is
  // linked from https://developers.google.com/tag-platform/security/concepts/cookies
  '_gcl_*': { seconds: 90 * DAY },
  // https://policies.google.com/technologies/cookies
  __gads: { seconds: THIRTEEN_MONTHS },
  __gpi: { seconds: THIRTEEN_MONTHS },
  IDE: { seconds: 730 * DAY },
  _gcl_ls: { seconds: 'until-deleted' },
  'firebase-installations-database': { seconds: 'until-deleted' },
  'firebase-heartbeat-database': { seconds: 'until-deleted' },
}

/** Returns the purpose of a cookie, key or database of ours or of Google's, by its name. */
export type PurposeOf = (name: string) => Texts | undefined

/**
 * Returns a row for each cookie, key or database that a service lists. Leaves out cookies that
 * Google's tags in the page do not set today, unless the site declares such a cookie.
 */
export const storedOf = (
  rows: readonly (string | Stored<Texts>)[] | undefined,
  { retention }: { readonly retention?: Declaration<Texts>['retention'] | undefined },
  purposeOf: PurposeOf,
): readonly Stored<Texts>[] =>
  (rows ?? []).flatMap((row): Stored<Texts>[] => {
    const given: Stored<Texts> = typeof row === 'string' ? { name: row } : row
    // A site may set a prefix for the names of Google Analytics' cookies.
    const name = given.name.replace(/.+(?=_ga(_\*)?$)/, '')
    const known = own(KNOWN, name)
    return known || retention || given === row || !GOOGLE_COOKIES.includes(name)
      ? [{ ...known, ...given, purpose: given.purpose ?? purposeOf(name) }]
      : []
  })

/** The options of `createConsent` that say what the SDK itself stores. */
export interface OwnStoredOptions {
  readonly cookie?:
    | { readonly name?: string | undefined; readonly days?: number | undefined }
    | undefined
  readonly history?: { readonly days?: number | undefined } | undefined
  readonly delivery?: unknown
}

/**
 * Returns the rows of what the SDK itself stores: the record, the history, what waits for delivery.
 */
export const ownStored = (
  { cookie, history, delivery }: OwnStoredOptions,
  purposeOf: PurposeOf,
): { readonly cookies: readonly Stored<Texts>[]; readonly storage: readonly Stored<Texts>[] } => {
  const { name = COOKIE_NAME, days = VALIDITY_DAYS } = cookie ?? {}
  const row = (ending: string, seconds: Stored['seconds']): Stored<Texts> => ({
    name: name + ending,
    seconds,
    purpose: purposeOf(ending || COOKIE_NAME),
  })
  return {
    cookies: [row('', days * DAY)],
    storage: [
      row('.history', (days + (history?.days ?? HISTORY_DAYS)) * DAY),
      ...(delivery ? [row('.out*', 'until-deleted')] : []),
    ],
  }
}
