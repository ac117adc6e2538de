import type { AnyConsent } from '../../core/index.ts'
import { own } from '../../shared/own.ts'
import { fill } from '../fill.ts'
import type { Shown } from '../service-names.ts'
import type { CookieRow, PreferencesText } from './text/preferences-text.ts'

/** Gives the cookies of a service: as the texts tell of them, else by name alone. */
export const cookiesOf = (
  { name, cookies = [] }: Shown,
  { cookies: told, unknown }: PreferencesText,
): readonly CookieRow[] =>
  own(told, name) ?? cookies.map(cookie => [cookie, unknown, unknown, name] as const)

/** Gives the cookies that are always there: the record's, and what the host adds. */
export const ownCookies = (
  { cookie }: AnyConsent['options'],
  { ownCookies: rows }: PreferencesText,
): readonly CookieRow[] => {
  // The defaults of core, of which the view takes nothing but types.
  const words = { cookie: cookie?.name ?? 'spaceone_consent', days: `${cookie?.days ?? 180}` }
  return rows.map(row => row.map(cell => fill(cell, words)) as unknown as CookieRow)
}
