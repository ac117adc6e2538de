import type { Page } from 'playwright-core'
import type { SeenBanner } from '../seen.ts'
import type { Recording } from '../watch/recording.ts'

/** A visitor's visit to a page, in one phase. */
export interface Visit {
  /** The address as given. */
  readonly url: string
  readonly page: Page
  readonly recording: Recording
  /** Waits as long as a visitor who looks at the page, some times over. */
  wait(times?: number): Promise<void>
  /** Notes cookies and storage now. */
  look(): Promise<void>
  /** Takes a picture of what the visitor sees. */
  photograph(): Promise<void>
  /** Notes the address of the page after redirects. */
  hasLoaded(url: string): void
  /** Notes what is known of the banner. A later call adds to what is known. */
  hasBanner(banner: SeenBanner): void
}
