import type { BrowserId } from './browser-id.ts'
import type { Platform } from './detect-platform.ts'
import type { GuideTask } from './guide-text.ts'

/** How a task is done in a browser. */
export interface GuideStep {
  readonly task: GuideTask
  readonly title: string
  /** The labels to follow, as the browser writes them; empty where the note alone answers. */
  readonly path: readonly string[]
  readonly note?: string | undefined
}

/** What of a guide a host may know better. */
interface Details {
  readonly name: string
  /** What to do where there is no menu that we could vouch for. */
  readonly sentence?: string | undefined
  /** The address of the settings: text to copy, never a link. */
  readonly address?: string | undefined
  /** The vendor's help page, in the text's language. */
  readonly help?: string | undefined
  /** The address that opens this page outside of the app. */
  readonly wayOut?: string | undefined
  /** How to refuse Google Analytics here. */
  readonly analytics: string
  /** Google's page about its add-on, where it has one for this browser. */
  readonly googleOptOut?: string | undefined
  /** When the steps were compared with their sources, `YYYY-MM-DD`. */
  readonly checked: string
  /** Whether its vendor has retired the browser. */
  readonly legacy: boolean
}

/** What a browser offers, ready to be shown. What is absent or empty has nothing to show. */
export interface Guide extends Details {
  readonly browser: BrowserId
  readonly steps: readonly GuideStep[]
}

/**
 * What a host knows better of a browser: a key replaces ours, and `''` removes it.
 *
 * @example
 * { help: 'https://…', tasks: { deleteAll: '☰ > Settings > Delete browsing data' } }
 */
export interface GuideOverride extends Readonly<Partial<Details>> {
  /** Tasks, written as those of a `GuideRow`. */
  readonly tasks?: Readonly<Partial<Record<GuideTask, string>>> | undefined
}

/** What a host knows better, for each browser. */
export type GuideOverrides = Readonly<Partial<Record<BrowserId, GuideOverride>>>

/** Where the guide is shown. */
export interface GuideOptions {
  /** The page's own address. */
  readonly address: string
  /** @default 'desktop', for those browsers that have one name everywhere */
  readonly platform?: Platform | undefined
  readonly overrides?: GuideOverrides | undefined
}
