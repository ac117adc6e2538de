import type { ConsentRecord } from './record.ts'
import type { Attachable } from './service.ts'

/** One act of the visitor, as it is told to others. */
export interface Decision {
  /** Its own id: 22 base64url characters, random. It stands in no record. */
  readonly id: string
  readonly record: ConsentRecord
  /** The record before it, also one that did not count any more. */
  readonly previous: ConsentRecord | undefined
  /** See `DecisionOrigin.noticeText`. */
  readonly noticeText: string | undefined
}

/** Who is told of each decision besides the page, such as an endpoint of the host's. */
export interface Report extends Attachable {
  /** Called once for each decision that is made on this page, as soon as it has been stored. */
  decided(decision: Decision): void
  /**
   * Called when everything that is stored is about to go: the last moment for what has not been
   * delivered, of which nothing may stay in the browser.
   */
  erased(): void
}
