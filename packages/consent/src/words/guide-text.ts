import type { BrowserId } from '../guide/detect-browser.ts'

/** The tasks that the browser guide explains. `advertisingId` is a setting of the phone. */
export type GuideTask =
  | 'accept'
  | 'block3p'
  | 'blockAll'
  | 'deleteOne'
  | 'deleteAll'
  | 'privateWindow'
  | 'advertisingId'

/**
 * The texts about one browser. A text that has no reliable source is `''` or missing.
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

/** The texts from which `guideFor` makes guides, in one language. */
export interface GuideText {
  /** A BCP 47 tag, for the link to Google's page about its add-on. */
  readonly language: string
  /** The oldest day on which a browser's steps were compared with their sources, `YYYY-MM-DD`. */
  readonly checked: string
  /** The headings of the tasks, in the order of the guide and of `GuideRow`. */
  readonly tasks: Readonly<Record<GuideTask, string>>
  /** Shown in current browsers if a task that accepts, blocks or deletes cookies has no steps. */
  readonly general: string
  /** Shown in the browser inside an app, in place of `general`. */
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
   * The texts of each browser, in the order of the list from which visitors choose. For a missing
   * task the guide shows the one of `other`; in apps it leaves the task out.
   */
  readonly rows: Readonly<Record<BrowserId, GuideRow>>
}
