import type { Attachable } from './service.ts'

/** What the host says of the policy that visitors agree to. */
export interface PolicyOptions {
  /** The version in force, such as `2024-01-18`. A new one asks again. */
  readonly version: string
  /** Where it can be read: one address, or one per language. */
  readonly url?: string | Readonly<Record<string, string>> | undefined
  /** Where its earlier versions can be read, in the same way. @default no link */
  readonly earlier?: string | Readonly<Record<string, string>> | undefined
}

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

/** What a page sets its consent up with: everything that `createConsent` takes. */
export interface ConsentOptions<Category extends string, ServiceName extends string = string> {
  readonly policy: PolicyOptions
  /** The purposes to decide on, by name. What is necessary is not one of them. */
  readonly categories: { readonly [Name in Category]: CategoryOptions<ServiceName> }
  /** What stands under no category: held mark-up, services that name their own. @default none */
  readonly services?: readonly Attachable<ServiceName>[] | undefined
  readonly cookie?: CookieOptions | undefined
  /** Language of the notice, a BCP 47 tag; `setLanguage` changes it. @default 'en' */
  readonly language?: string | undefined
  /** The visitor is under 14: nothing is asked, nothing can be granted. @default false */
  readonly restricted?: boolean | undefined
  /** CSP nonce for the scripts and styles that the SDK inserts. @default none */
  readonly nonce?: string | undefined
}
