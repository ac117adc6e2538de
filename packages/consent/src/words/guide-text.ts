import type { BrowserId } from '../guide/detect-browser.ts'

/** The tasks of the guide: settings of the browser, and `advertisingId` of the phone. */
export type GuideTask =
  | 'accept'
  | 'block3p'
  | 'blockAll'
  | 'deleteOne'
  | 'deleteAll'
  | 'privateWindow'
  | 'advertisingId'

/**
 * The texts about one browser. A text without a reliable source is `''` or missing.
 *
 * A task is one string: the menu labels as the browser shows them, separated by ` > `, then
 * optionally ` | ` and a sentence of ours. `{host}` becomes the host name of the page.
 *
 * @example ['Safari', 'https://…', 'Safari > Settings > Advanced > Block all cookies | Turn it off.']
 */
export type GuideRow = readonly [
  name: string,
  /** The address of the help page of the browser's vendor. */
  help?: string,
  accept?: string,
  block3p?: string,
  blockAll?: string,
  deleteOne?: string,
  deleteAll?: string,
  privateWindow?: string,
]

/** All texts of the guide in one language. */
export interface GuideText {
  /** A BCP 47 tag, for the link to Google's page about its add-on. */
  readonly language: string
  /** The oldest day on which a row was compared with its sources, `YYYY-MM-DD`. */
  readonly checked: string
  /** The headings of the tasks, in the order of the guide and of the rows. */
  readonly tasks: Readonly<Record<GuideTask, string>>
  /** Shown in current browsers if a task that accepts, blocks or deletes cookies has no steps. */
  readonly general: string
  /** Shown instead of `general` inside apps. Says how the app opens the page in a browser. */
  readonly inApp: string
  /** Shown for a browser that its vendor has retired. */
  readonly retired: string
  /** Says how to refuse Google Analytics on this site. */
  readonly refuse: string
  /** Shown after the text `refuse`, next to the link to Google's opt-out add-on. */
  readonly addOn: string
  /** The steps that turn off the advertising ID, in the form of a task in `GuideRow`. */
  readonly advertisingId: { readonly android: string; readonly ios: string }
  /**
   * The texts of each browser, in the order of the list from which visitors choose. A missing task
   * is that of `other`; in apps the guide leaves it out.
   */
  readonly rows: Readonly<Record<BrowserId, GuideRow>>
}
