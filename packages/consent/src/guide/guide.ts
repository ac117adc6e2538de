import type { GuideTask } from '../words/guide-text.ts'
import type { BrowserId } from './browser-id.ts'
import type { Platform } from './detect-platform.ts'

/** The steps of one task in a browser. */
export interface GuideStep {
  readonly task: GuideTask
  readonly title: string
  /**
   * The menu labels as the browser shows them, in order. Empty if only `note` or `address`
   * describes the task.
   */
  readonly path: readonly string[]
  readonly note?: string | undefined
  /** The address that opens the setting: text to copy, never a link. */
  readonly address?: string | undefined
}

/** The parts of a guide that a site can override. */
interface Details {
  readonly name: string
  /** General advice, for a browser whose menus have no reliable source, and for apps. */
  readonly sentence?: string | undefined
  /** The address of the settings: text to copy, never a link. */
  readonly address?: string | undefined
  /** The vendor's help page, in the language of the text. */
  readonly help?: string | undefined
  /** The address that opens the page outside the app. */
  readonly wayOut?: string | undefined
  /** How to refuse Google Analytics on this site. */
  readonly analytics: string
  /** Google's page about its add-on, if the add-on supports this browser. */
  readonly googleOptOut?: string | undefined
  /**
   * The day on which the steps were compared with their sources, `YYYY-MM-DD`. The SDK gives the
   * oldest such day of all browsers.
   */
  readonly checked: string
  /** Whether the vendor has retired the browser. */
  readonly legacy: boolean
}

/** The guide for one browser, as data to show. A missing or empty part is not shown. */
export interface Guide extends Details {
  readonly browser: BrowserId
  readonly steps: readonly GuideStep[]
}

/**
 * The texts of a site for one browser. A text replaces ours, and `''` removes ours.
 *
 * @example { help: 'https://…', tasks: { deleteAll: '☰ > Settings > Delete browsing data' } }
 */
export interface GuideOverride extends Readonly<Partial<Details>> {
  /** The tasks, each written as in `GuideRow`. */
  readonly tasks?: Readonly<Partial<Record<GuideTask, string>>> | undefined
}

/** The guide texts that a site gives in place of ours, by browser. */
export type GuideOverrides = Readonly<Partial<Record<BrowserId, GuideOverride>>>

/** The options of `guideFor`. */
export interface GuideOptions {
  /** The address of the page that shows the guide. */
  readonly address: string
  /** The platform, needed for browsers with one id on all platforms. @default 'desktop' */
  readonly platform?: Platform | undefined
  /**
   * The browser's major version, from `detectVersion`. Safari's menus on iOS differ before version
   * 18.
   *
   * @default the newest version
   */
  readonly version?: number | undefined
  readonly overrides?: GuideOverrides | undefined
}
