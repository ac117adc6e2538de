import type { Delivery } from './delivery.ts'
import type { PolicyOptions } from './policy.ts'
import type { Service } from './service.ts'

/** A category: a purpose that the visitor decides on. */
export interface CategoryOptions<ServiceName extends string = string> {
  /** The services that may run while the category is granted. @default none */
  readonly services?: readonly Service<ServiceName>[] | undefined
}

/** How the record is stored. */
export interface CookieOptions {
  /** @default 'spaceone_consent' */
  readonly name?: string | undefined
  /**
   * A parent domain whose hosts share the decision, such as `.megazone.io`. @default this host only
   */
  readonly domain?: string | undefined
  /** How long a grant or a refusal counts, in whole days from 1 to 400. @default 184 */
  readonly days?: number | undefined
}

/** The options of the history of decisions. */
export interface HistoryOptions {
  /**
   * How long a record is stored after it has expired, in days. The history has at most fifty
   * records. @default 365
   */
  readonly days?: number | undefined
}

/** The options of `createConsent`. */
export interface ConsentOptions<Category extends string, ServiceName extends string = string> {
  readonly policy: PolicyOptions
  /** The categories by name. A purpose that is strictly necessary is not a category. */
  readonly categories: { readonly [Name in Category]: CategoryOptions<ServiceName> }
  /**
   * Services that no category lists, such as `blockedMarkup()`, or a service whose option
   * `category` names one of the categories. @default none
   */
  readonly services?: readonly Service<ServiceName>[] | undefined
  readonly cookie?: CookieOptions | undefined
  /** Options of the history in `localStorage`, which the visitor can read and export. */
  readonly history?: HistoryOptions | undefined
  /** Delivers decisions to an endpoint: `deliverTo({ url })`. @default nothing is delivered */
  readonly delivery?: Delivery | undefined
  /**
   * The language of the page, a BCP 47 language tag; `setLanguage` changes it. The view shows
   * English in place of a language without texts, or of what is no language tag, such as `en_US`.
   * An empty text is the `lang` of the page, else the browser's language. @default 'en'
   */
  readonly language?: string | undefined
  /**
   * Whether the visitor is under 14. If so, no banner is shown and nothing can be granted.
   * @default false
   */
  readonly restricted?: boolean | undefined
  /**
   * CSP nonce. The SDK sets the nonce on the elements that it inserts, and unblocks a script of the
   * HTML only if the script has the same nonce. @default none
   */
  readonly nonce?: string | undefined
  /**
   * Whether to keep the ledger and load the inspector, for developers; see
   * `../../inspect/README.md`. On localhost `?consent-debug` in the address also loads the
   * inspector.
   * @default false
   */
  readonly debug?: boolean | string | undefined
  /**
   * The hosts, besides localhost, on which `?consent-debug` loads the inspector, as a list or
   * joined by spaces or commas. @default none
   */
  readonly debugHosts?: string | readonly string[] | undefined
}
