import type { PolicyOptions } from './policy.ts'
import type { Report } from './report.ts'
import type { Attachable } from './service.ts'

/** A purpose that the visitor decides on. */
export interface CategoryOptions<ServiceName extends string = string> {
  /** What runs when it is granted. @default none */
  readonly services?: readonly Attachable<ServiceName>[] | undefined
}

/** How the record is stored. */
export interface CookieOptions {
  /** @default 'spaceone_consent' */
  readonly name?: string | undefined
  /** A parent domain that is to share the choice, such as `.megazone.io`. @default this host only */
  readonly domain?: string | undefined
  /** How long an answer counts, yes and no alike; whole days from 1 to 400. @default 180 */
  readonly days?: number | undefined
}

/** How long earlier decisions are kept in the browser. */
export interface HistoryOptions {
  /** Whole days after a decision has ceased to count; fifty decisions at most. @default 365 */
  readonly days?: number | undefined
}

/** What a page sets its consent up with: everything that `createConsent` takes. */
export interface ConsentOptions<Category extends string, ServiceName extends string = string> {
  readonly policy: PolicyOptions
  /** The purposes to decide on, by name. What is necessary is not one of them. */
  readonly categories: { readonly [Name in Category]: CategoryOptions<ServiceName> }
  /** What stands under no category: held mark-up, services that name their own. @default none */
  readonly services?: readonly Attachable<ServiceName>[] | undefined
  readonly cookie?: CookieOptions | undefined
  /** The decisions that a visitor can see and take along, in `localStorage`. */
  readonly history?: HistoryOptions | undefined
  /** Who is told of decisions besides the page: `deliverTo({ url })`. @default nobody */
  readonly report?: Report | undefined
  /** Language of the notice, a BCP 47 tag; `setLanguage` changes it. @default 'en' */
  readonly language?: string | undefined
  /** The visitor is under 14: nothing is asked, nothing can be granted. @default false */
  readonly restricted?: boolean | undefined
  /** CSP nonce: what the SDK inserts bears it, and held scripts of the HTML have to. @default none */
  readonly nonce?: string | undefined
}
