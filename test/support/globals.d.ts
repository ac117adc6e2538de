import type { AnyConsent } from '../../packages/consent/src/core/index.ts'
import type { Measure } from './measure.ts'

declare global {
  interface Window {
    spaceoneConsent: ((callback: (consent: AnyConsent) => void) => void) &
      AnyConsent & { version: string }
    dataLayer: ArrayLike<unknown>[]
    gtag(...command: unknown[]): void
    /** Google's: the tags that have run. */
    google_tag_manager?: Record<string, unknown>
    /** Only where `addMeasure` has put it. */
    measure: Measure
    /** What a page under test has noted. */
    noted?: unknown[]
    /** What the bundles of `test/wrappers` give to their test. */
    consent: AnyConsent
    sendEvent(name: string): void
    isReady?: boolean
  }
}
