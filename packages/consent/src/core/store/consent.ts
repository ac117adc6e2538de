import type { ReadableAtom } from 'nanostores'
import type { ConsentKey } from '../../shared/service-key.ts'
import type { ConsentRecord, Method, Surface } from '../record/record.ts'
import type { ConsentOptions } from './options.ts'
import type { ConsentState } from './state.ts'

/** The part of the SDK's view that is visible. At most one part is visible at a time. */
export type View = 'none' | 'banner' | 'preferences' | 'guide'

/** Describes how a decision was made. */
export interface DecisionOrigin {
  /** @default 'api' */
  readonly surface?: Surface | undefined
  /** How the visitor decided. @default the name of the method that was called, else 'custom' */
  readonly method?: Method | undefined
  /**
   * The services, as `category/name`, that stay blocked although their category is granted. The
   * list replaces the earlier one for every category that is decided now. @default none
   */
  readonly without?: readonly string[] | undefined
  /**
   * Hash of the notice that the visitor saw, see `ConsentRecord.h`. @default no notice was shown
   */
  readonly notice?: string | undefined
  /**
   * The notice as canonical JSON, from which the hash was made. `delivery` receives this text; the
   * record does not contain it.
   */
  readonly noticeText?: string | undefined
}

/** The typed store of a page's consent. */
export interface Consent<Category extends string, ServiceName extends string = string> {
  /** The options that `createConsent` was called with. */
  readonly options: ConsentOptions<Category, ServiceName>
  /**
   * The consent state: a frozen plain object, which stays the same object while nothing changes.
   */
  readonly $state: ReadableAtom<ConsentState<Category>>
  /** The part of the view that is visible now: the banner while a category is pending. */
  readonly $view: ReadableAtom<View>
  /**
   * Says whether a category is granted now. Returns `false` unless the status is `decided`.
   *
   * @param key A category, or `category/name` for one of its services, which a visitor may leave out by
   *   itself, such as `analytics/Chat`.
   */
  isGranted(key: ConsentKey<Category, ServiceName>): boolean
  /**
   * Runs a function while a category or a service is granted: now or at the next grant, and at each later
   * one.
   *
   * ```ts
   * consent.whenGranted('analytics/Chat', () => openChat())
   * ```
   *
   * @param key See `isGranted`.
   * @param run May return a clean-up, which runs at the withdrawal.
   * @returns Disposes: runs a clean-up that is due, and `run` never again.
   */
  whenGranted(
    key: ConsentKey<Category, ServiceName>,
    run: (() => () => void) | (() => void),
  ): () => void
  /**
   * Runs a function at each later change of the state, and not at once: `$state.get()` and `isGranted`
   * answer for now. `destroy()` is the last change if something was granted or pending. What the
   * function throws is reported as an uncaught error, and the others run.
   *
   * ```ts
   * const dispose = consent.onChange(({ granted }) => show(granted.analytics))
   * ```
   *
   * @param run Gets the new state.
   * @returns Disposes: `run` is called no more.
   */
  onChange(run: (state: ConsentState<Category>) => void): () => void
  /**
   * Stores the visitor's answers. Categories that are not named keep their earlier answer, or stay
   * unanswered. Only the value `true` grants.
   */
  decide(
    choices: { readonly [Name in Category]?: boolean | undefined },
    origin?: DecisionOrigin,
  ): void
  /** Grants every category. */
  acceptAll(origin?: DecisionOrigin): void
  /** Refuses every category. All services have been stopped when this method returns. */
  rejectAll(origin?: DecisionOrigin): void
  /** Withdraws one category. The category's services have been stopped when this method returns. */
  withdraw(category: Category, origin?: DecisionOrigin): void
  /** Sets whether the visitor is too young to consent (under 14). */
  restrict(restricted: boolean): void
  /** Changes the language of the view. @param language A BCP 47 language tag. */
  setLanguage(language: string): void
  /**
   * Reads the record again, in case another tab has changed it. Called on cookie events and on the
   * return to the tab; code that is about to send data calls this method first.
   */
  refresh(): void
  /** Opens the preferences, also after the visitor has decided. */
  openPreferences(): void
  /** Opens the guide to the cookie settings of the visitor's browser. */
  openGuide(): void
  /**
   * Closes the preferences or the guide without saving. If a category is pending the banner is
   * shown.
   */
  close(): void
  /** Returns the decisions that are kept in this browser, newest first. */
  history(): readonly ConsentRecord[]
  /**
   * Deletes the record, the history and everything else that the SDK has stored, and stops every
   * service. The visitor is asked again as at the first visit.
   */
  erase(): void
  /**
   * Refuses everything in `$state` and in the signals, stops every service, and then removes every
   * interceptor and listener. Nothing is granted or pending any more, whatever is called. Stored
   * data is kept, and nothing is delivered.
   */
  destroy(): void
}
