import type { AnyConsent } from '../../core/index.ts'
import { fill } from '../../shared/fill.ts'
import { own } from '../../shared/own.ts'
import type { Shown } from '../words/service-names.ts'
import type { CookieRow, PreferencesText } from './text/preferences-text.ts'

/**
 * Returns table rows for the cookies of a service. If the texts have no rows for the service, the
 * rows have only the cookies' names.
 */
export const cookiesOf = (
  { name, cookies = [] }: Shown,
  { cookies: rows, unknown }: PreferencesText,
): readonly CookieRow[] =>
  own(rows, name) ?? cookies.map(cookie => [cookie, unknown, unknown, name] as const)

/**
 * Returns table rows for the necessary cookies: the cookie of the record, and those that the site
 * adds in its texts.
 */
export const ownCookies = (
  { cookie }: AnyConsent['options'],
  { ownCookies: rows }: PreferencesText,
): readonly CookieRow[] => {
  // Repeats the defaults of core, because the view imports only types from core.
  const words = { cookie: cookie?.name ?? 'spaceone_consent', days: `${cookie?.days ?? 184}` }
  return rows.map(row => row.map(cell => fill(cell, words)) as unknown as CookieRow)
}
