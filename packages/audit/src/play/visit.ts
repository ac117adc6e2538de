import type { Page } from 'playwright-core'
import type { Act, SeenBanner } from '../seen.ts'
import type { Click, Recording } from '../watch/recording.ts'

/** A visitor's visit to a page, in one phase. */
export interface PhaseVisit {
  /** The address of the page as the options of the audit have it. */
  readonly url: string
  readonly page: Page
  readonly recording: Recording
  /** Selectors of controls that the audit shall use, by what each control does. */
  readonly selectors: Partial<Record<Act, string>>
  /** How long a banner or control may take to appear, in milliseconds: at least two seconds. */
  readonly patience: number
  /** Waits `times` times as long as a visitor looks at a page before the next act. @default 1 */
  wait(times?: number): Promise<void>
  /** Notes the cookies and storage keys that exist at this moment. */
  noteStored(): Promise<void>
  /** Takes and notes a screenshot of the window; `click` is the click that comes next. */
  photograph(click?: Click): Promise<void>
  /** Takes a screenshot, and returns a function that notes it, for a click that is known later. */
  takePicture(): Promise<(click?: Click) => void>
  /**
   * Lets the page navigate by `POST`, because a form of a banner or of settings may do so.
   *
   * @param limit For how long, in milliseconds. @default 3000
   */
  allowPost(limit?: number): void
  /** Notes the address of the first loaded page after redirects. Later calls change nothing. */
  noteLoaded(url: string): void
  /**
   * Notes what is known of the banner. A later call replaces what it passes, and keeps the rest.
   */
  noteBanner(banner: Partial<SeenBanner>): void
}

/** Acts of a visitor on a page. */
export type Acts = (visit: PhaseVisit) => Promise<void>
