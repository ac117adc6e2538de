import type { ReadableAtom } from 'nanostores'
import type { ConsentOptions } from './options.ts'
import type { ConsentRecord, Method, Surface } from './record.ts'
import type { ConsentState } from './state.ts'

/** The layer that is to be seen: at most one at a time. */
export type View = 'none' | 'banner' | 'preferences' | 'guide'

/** Where a decision comes from. */
export interface DecisionOrigin {
  /** @default 'api' */
  readonly surface?: Surface | undefined
  /** @default what the called function is named for */
  readonly method?: Method | undefined
  /**
   * The services, as `category/name`, that stay off although their category is granted. For the
   * categories that are decided it is the whole list. @default none
   */
  readonly without?: readonly string[] | undefined
  /** Hash of the notice that was shown, see `ConsentRecord.h`. @default nothing was shown */
  readonly notice?: string | undefined
  /** What was hashed: canonical JSON of the strings. For `report`; never stored with the record. */
  readonly noticeText?: string | undefined
}

/** The typed store of one page's consent. It knows the names of its categories and services. */
export interface Consent<Category extends string, ServiceName extends string = string> {
  /** What it was created with. */
  readonly options: ConsentOptions<Category, ServiceName>
  /** The state: a frozen plain snapshot, the same object while nothing changes. */
  readonly $state: ReadableAtom<ConsentState<Category>>
  /** What should be visible now. The banner shows while something is to be asked. */
  readonly $view: ReadableAtom<View>
  /**
   * Answers at once. Outside `decided` always `false`.
   *
   * @param service Name of one of the category's services, which may be off by itself.
   */
  isGranted(category: Category, service?: ServiceName): boolean
  /**
   * Runs a function while a category is granted: now or at the next grant, and at each later one.
   *
   * @param run May return a clean-up, which runs at the withdrawal.
   * @param service Name of one of the category's services, which may be off by itself.
   * @returns The undo: stops watching and runs a clean-up that is due.
   */
  whenGranted(
    category: Category,
    run: (() => () => void) | (() => void),
    service?: ServiceName,
  ): () => void
  /** Records answers. Categories not named keep theirs, or stay unanswered. Only `true` grants. */
  decide(
    choices: { readonly [Name in Category]?: boolean | undefined },
    origin?: DecisionOrigin,
  ): void
  /** Grants every category. */
  acceptAll(origin?: DecisionOrigin): void
  /** Refuses every category; what runs under one stops before this returns. */
  rejectAll(origin?: DecisionOrigin): void
  /** Takes one grant back; what runs under it stops before this returns. */
  withdraw(category: Category, origin?: DecisionOrigin): void
  /** Says whether the visitor is one who cannot consent (under 14). */
  restrict(restricted: boolean): void
  /** Says everything in another language from now on. @param language A BCP 47 tag. */
  setLanguage(language: string): void
  /**
   * Sees at once what another page has decided meanwhile. That happens by itself where the browser
   * tells of cookies, and on each return to the tab; whoever is about to do what a withdrawal
   * forbids calls this before.
   */
  refresh(): void
  /** Shows the switches, also to those who have chosen before. */
  openPreferences(): void
  /** Shows how the visitor's own browser handles cookies. */
  openGuide(): void
  /** Closes what was opened. Saves nothing: a question that is open stays open. */
  close(): void
  /** Gives the decisions made in this browser that are still kept, newest first. */
  history(): readonly ConsentRecord[]
  /**
   * Forgets the visitor: stops what runs and deletes the record, the history and whatever else this
   * SDK has stored. Afterwards the visitor is asked as at the first visit.
   */
  erase(): void
  /** Stops what runs, undoes every patch and listener. What is stored stays stored. */
  destroy(): void
}
