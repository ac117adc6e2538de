import type { AnyConsent } from '../../packages/consent/src/core/index.ts'

declare global {
  interface Window {
    spaceoneConsent: ((callback: (consent: AnyConsent) => void) => void) &
      AnyConsent & { version: string }
    dataLayer: ArrayLike<unknown>[]
    gtag(...command: unknown[]): void
    /** The Google tags that have run, by id. */
    google_tag_manager?: Record<string, unknown>
    /** The notes that the page under test has made. */
    noted?: unknown[]
    /** The objects that the bundles of `test/wrappers` expose to tests. */
    consent: AnyConsent
    sendEvent(name: string): void
    isReady?: boolean
  }
}
