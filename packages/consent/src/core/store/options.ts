import type { Delivery, Service } from './service.ts'

/** One version of the privacy policy. */
export interface PolicyVersion {
  /** The version as stored in records, such as `2024-01-18`. */
  readonly version: string
  /** The day on which the version came into force, such as `2024-01-18`. */
  readonly effective: string
  /** Whether the version changes what visitors consent to. If so, visitors are asked again. */
  readonly material: boolean
  /** The change in one sentence per language. @default no sentence is shown */
  readonly changes?: Readonly<Record<string, string>> | undefined
}

/** The privacy policy that visitors consent to. */
export interface PolicyOptions {
  /** The version in force, such as `2024-01-18`. */
  readonly version: string
  /**
   * The version in force and earlier ones, in any order. A decision on an earlier version counts
   * while no later version is material. @default every new version asks again
   */
  readonly versions?: readonly PolicyVersion[] | undefined
  /** Address of the policy, or an address per language. */
  readonly url?: string | Readonly<Record<string, string>> | undefined
  /** Address of the earlier versions, or an address per language. @default no link */
  readonly earlier?: string | Readonly<Record<string, string>> | undefined
  /** The company responsible for the data, named in receipts. @default the page's host and port */
  readonly controller?: Controller | undefined
}

/** The data controller: the company that decides how data is used. */
export interface Controller {
  readonly name: string
  /** The address of a page, or `mailto:`, named in receipts. @default none */
  readonly contact?: string | undefined
}

/** A category: a purpose that the visitor decides on. */
export interface CategoryOptions<ServiceName extends string = string> {
  /** The services that may run while the category is granted. @default none */
  readonly services?: readonly Service<ServiceName>[] | undefined
}

/** How the record is stored. */
export interface CookieOptions {
  /** @default 'spaceone_consent' */
  readonly name?: string | undefined
  /** A parent domain that shares the decision, such as `.megazone.io`. @default this host only */
  readonly domain?: string | undefined
  /** How long a grant or a refusal counts, in whole days from 1 to 400. @default 184 */
  readonly days?: number | undefined
}

/** The options of the history of decisions. */
export interface HistoryOptions {
  /**
   * For how many days after the expiry of a record the history has the record. Later `history()`
   * leaves the record out, and the next decision deletes it at the latest. @default 365
   */
  readonly days?: number | undefined
}

/** The options of `createConsent`. */
export interface ConsentOptions<Category extends string, ServiceName extends string = string> {
  readonly policy: PolicyOptions
  /** The categories by name. A purpose that is strictly necessary is not a category. */
  readonly categories: { readonly [Name in Category]: CategoryOptions<ServiceName> }
  /** Services that no category lists, but which may name their `category`. @default none */
  readonly services?: readonly Service<ServiceName>[] | undefined
  readonly cookie?: CookieOptions | undefined
  /** Options of the history in `localStorage`, which the visitor can read and export. */
  readonly history?: HistoryOptions | undefined
  /** Delivers decisions to an endpoint: `deliverTo({ url })`. @default nothing is delivered */
  readonly delivery?: Delivery | undefined
  /**
   * The language of the page, a BCP 47 tag; any other text counts as English. If empty, one of the
   * SDK's languages, for which the page's `lang`, or else the browser, asks. @default 'en'
   */
  readonly language?: string | undefined
  /** Whether the visitor is under 14, and so is not asked and cannot grant. @default false */
  readonly restricted?: boolean | undefined
  /**
   * CSP nonce of the elements that the SDK inserts. A script of the HTML is unblocked only if it
   * has the same nonce. @default none
   */
  readonly nonce?: string | undefined
  /**
   * Whether to load the inspector, for developers, see `../../inspect/README.md`. On localhost
   * `?consent-debug` in the address also loads it. @default false
   */
  readonly debug?: boolean | string | undefined
  /** Further hosts on which `?consent-debug` loads the inspector. @default none */
  readonly debugHosts?: string | readonly string[] | undefined
}
