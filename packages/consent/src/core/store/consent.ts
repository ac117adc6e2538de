import type { ReadableAtom } from 'nanostores'
import type { ConsentKey } from '../../shared/services.ts'
import type { ConsentRecord, Method, Surface } from '../record/record.ts'
import type { ConsentOptions } from './options.ts'
import type { ConsentState } from './state.ts'

/** Which of the banner, the preferences and the guide is open: at most one at a time. */
export type View = 'none' | 'banner' | 'preferences' | 'guide'

/** Describes how a decision was made. */
export interface DecisionOrigin {
  /**
   * The visitor's click or key press. Only its `isTrusted` is read. Without a trusted event the
   * decision is recorded as made by code: `surface` is `api`, and there is no notice.
   *
   * @see https://dom.spec.whatwg.org/#dom-event-istrusted
   */
  readonly event?: { readonly isTrusted: boolean } | undefined
  /** Where the visitor decided. Counts only with a trusted `event`. @default 'api' */
  readonly surface?: Surface | undefined
  /** How the visitor decided. @default the method that was called, 'custom' for `decide` */
  readonly method?: Method | undefined
  /**
   * The services, as `category/name`, that stay blocked although their category is granted.
   * Replaces the earlier list for each category that the visitor decides on now. @default none
   */
  readonly without?: readonly string[] | undefined
  /**
   * Hash of the notice, see `ConsentRecord.h`. Counts only with a trusted `event`.
   * @default no notice
   */
  readonly notice?: string | undefined
  /** The notice as canonical JSON, of which `notice` is the hash. Only `delivery` receives it. */
  readonly noticeText?: string | undefined
  /** Language of the notice, a BCP 47 language tag. @default the language of the page */
  readonly language?: string | undefined
}

/** The typed store of a page's consent. */
export interface Consent<Category extends string, ServiceName extends string = string> {
  /** A copy of the options that `createConsent` was called with. */
  readonly options: ConsentOptions<Category, ServiceName>
  /** The consent state, a frozen plain object: the same object until the state changes. */
  readonly $state: ReadableAtom<ConsentState<Category>>
  /** What is open: the banner if a category is pending, unless preferences or guide is open. */
  readonly $view: ReadableAtom<View>
  /**
   * Says whether a category is granted now. Returns `false` unless the status is `decided`.
   *
   * @param key A category, or a service as `category/name`, such as `analytics/Chat`: a visitor can
   *   refuse one service of a granted category.
   */
  isGranted(key: ConsentKey<Category, ServiceName>): boolean
  /**
   * Calls a function once at each grant of a category or service, and at once if it is granted.
   *
   * ```ts
   * consent.whenGranted('analytics/Chat', () => openChat())
   * ```
   *
   * @param run May return a clean-up function, which is called when the grant ends.
   * @returns Dispose function: ends the calls; while the grant lasts, also cleans up.
   */
  whenGranted(
    key: ConsentKey<Category, ServiceName>,
    run: (() => () => void) | (() => void),
  ): () => void
  /**
   * Calls a function with the new state at each later change. `destroy()` can cause the last. If
   * functions throw, the others are still called, and the last error is reported as uncaught.
   *
   * @returns Dispose function: `run` is not called again.
   */
  onChange(run: (state: ConsentState<Category>) => void): () => void
  /**
   * Stores the visitor's answers. A category that is missing in `choices` keeps an earlier answer
   * that still counts, or stays unanswered. Only the value `true` grants.
   */
  decide(
    choices: { readonly [Name in Category]?: boolean | undefined },
    origin?: DecisionOrigin,
  ): void
  /** Grants every category, as `decide` does. */
  acceptAll(origin?: DecisionOrigin): void
  /**
   * Refuses every category. All services have been stopped when this method returns, unless `start`
   * of a service or a listener of the state calls it.
   */
  rejectAll(origin?: DecisionOrigin): void
  /**
   * Withdraws one category. The category's services have been stopped when this method returns,
   * unless `start` of a service or a listener of the state calls it.
   */
  withdraw(category: Category, origin?: DecisionOrigin): void
  /** Sets whether the visitor is too young to consent (under 14). */
  restrict(restricted: boolean): void
  /** Changes the language of the view. @param language See the option `language`. */
  setLanguage(language: string): void
  /**
   * Reads the record again, in case the visitor has decided in another tab, as the SDK does at
   * cookie or storage events and when the visitor returns. Call `refresh()` before your own code
   * sends data.
   */
  refresh(): void
  /** Opens the preferences, also after the visitor has decided. */
  openPreferences(): void
  /** Opens the guide to the cookie settings of the visitor's browser. */
  openGuide(): void
  /** Closes preferences or guide without saving. The banner opens if a category is pending. */
  close(): void
  /** Returns the records of decisions in `localStorage`, newest first. */
  history(): readonly ConsentRecord[]
  /**
   * Deletes all that this consent has stored, and stops every service. The visitor is asked again
   * as at the first visit.
   */
  erase(): void
  /**
   * Ends the consent on this page: refuses everything in `$state` and the consent signals, stops
   * every service, then removes its interceptors and listeners. After `destroy()` no method can
   * grant anything, and nothing is pending. The record stays, and no withdrawal is delivered.
   */
  destroy(): void
}

/** A consent whose category names are unknown to the calling code. */
export type AnyConsent = Consent<string>

/** A name that TypeScript does not infer from this place, as by `NoInfer` of TypeScript 5.4. */
export type NotInferred<Name extends string> = [Name][Name extends unknown ? 0 : never]

/**
 * Names the type of a site's consent, for hooks of Vue and React that are called without a consent:
 *
 * ```ts
 * declare module '@spaceone/consent' {
 *   interface Register {
 *     consent: typeof consent
 *   }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: the site fills it.
export interface Register {}

/**
 * The type of consent in `Register`. If a site has added none, the only category has a sentence as
 * its name, which a compiler shows at each use of another name.
 */
export type RegisteredConsent = Register extends { readonly consent: infer Registered }
  ? Extract<Registered, AnyConsent>
  : Consent<'Add the type of your consent to the interface Register, or pass the consent'>

/** The type of a consent's state. */
export type StateOf<Given extends AnyConsent> = ReturnType<Given['$state']['get']>

/** The names of a consent's categories. */
export type CategoryOf<Given extends AnyConsent> = string & keyof StateOf<Given>['granted']
