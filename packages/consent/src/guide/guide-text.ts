import type { BrowserId } from './browser-id.ts'

/** What a visitor may want of a browser. */
export type GuideTask = 'accept' | 'block3p' | 'blockAll' | 'deleteOne' | 'deleteAll'

/**
 * What is known of one browser in one language; `''` or nothing where there is no source that we
 * could vouch for.
 *
 * A task is one string: the labels of the menu as the browser writes them, ` > ` between them. Then,
 * if need be, ` | ` and a sentence of ours. `{host}` becomes the page's host.
 *
 * @example
 * ['Safari', 'https://…', 'Safari > Settings > Advanced > Block all cookies | Turn it off.', …]
 */
export type GuideRow = readonly [
  name: string,
  /** The vendor's help page. */
  help?: string,
  accept?: string,
  block3p?: string,
  blockAll?: string,
  deleteOne?: string,
  deleteAll?: string,
]

/** Everything that the guide says in one language. */
export interface GuideText {
  /** A BCP 47 tag, which Google's page about its add-on is asked for. */
  readonly language: string
  /** When the rows were compared with their sources, `YYYY-MM-DD`. */
  readonly checked: string
  /** The headings of the tasks, in this order, which is also the rows'. */
  readonly tasks: Readonly<Record<GuideTask, string>>
  /** Said of accepting where we know of no menu for it. */
  readonly accepts: string
  /** Said where a task is missing. */
  readonly general: string
  /** Said in place of it inside apps. */
  readonly inApp: string
  /** Said of a browser that its vendor has retired. */
  readonly retired: string
  /** How to refuse Google Analytics in any browser. */
  readonly refuse: string
  /** Said after it, with the link to Google's add-on. */
  readonly addOn: string
  /** The browsers, in the order of a chooser. */
  readonly rows: Readonly<Record<BrowserId, GuideRow>>
}
