import type { Fact } from '../../facts.tsx'

/** A row of a cookie table. */
export type CookieRow = readonly [name: string, purpose: string, lifetime: string, setBy: string]

/** The long strings: what the preferences and the blocks of a page say. */
export interface PreferencesText {
  readonly heading: string
  readonly intro: string
  readonly earlier: string
  readonly necessary: string
  readonly aboutNecessary: string
  readonly always: string
  readonly optional: string
  /** The known categories, in a sentence each. */
  readonly about: Readonly<Record<string, string>>
  /** The sentence for any other category. */
  readonly aboutOther: string
  /** Stands before the names of services. */
  readonly services: string
  /** Opens what is said of a purpose in detail. */
  readonly details: string
  /**
   * What the law wants said of a service, by its name. A service with Google in its name has what
   * the banner says.
   */
  readonly facts: Readonly<Record<string, readonly Fact[]>>
  /** The columns of a cookie table. */
  readonly columns: CookieRow
  /** The cookies of a service, by its name. */
  readonly cookies: Readonly<Record<string, readonly CookieRow[]>>
  /** The necessary cookies. `{cookie}` is the name of the record's, `{days}` its lifetime. */
  readonly ownCookies: readonly CookieRow[]
  /** Stands in the table where the host says nothing of a service's cookie. */
  readonly unknown: string
  /** Said to a browser that sends Global Privacy Control, */
  readonly gpc: string
  /** and where the visitor has allowed something all the same. */
  readonly gpcOverruled: string
  /** Said of a purpose that a switch of the browser's refuses, such as Google's opt-out add-on. */
  readonly addOn: string
  /** Said in place of the switches to visitors under 14. */
  readonly restricted: string
  /** Why an earlier answer does not count any more. */
  readonly outdated: string
  readonly expired: string
  readonly save: string
  /** Opens the browser's guide. */
  readonly guide: string
  readonly record: ChoiceText
}

/** What is said of the visitor's last choice. */
interface ChoiceText {
  readonly heading: string
  /** Stands above the choices before it. */
  readonly earlier: string
  /** Where there is none. */
  readonly none: string
  readonly decidedAt: string
  readonly expiresAt: string
  readonly version: string
  readonly allowed: string
  readonly refused: string
  /** Stands where nothing was allowed, or refused. */
  readonly nothing: string
}
