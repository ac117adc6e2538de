import type { ConsentRecord } from '../record/record.ts'
import type { Service } from './service.ts'

/** One decision, as passed to the delivery. */
export interface Decision {
  /** Random id of the decision: 22 base64url characters. The record does not contain this id. */
  readonly id: string
  readonly record: ConsentRecord
  /** The previous record, even if that record no longer counted. */
  readonly previous: ConsentRecord | undefined
  /** The notice as canonical JSON, see `DecisionOrigin.noticeText`. */
  readonly noticeText: string | undefined
}

/** Delivers decisions to an endpoint of the site. `deliverTo` creates such an object. */
export interface Delivery extends Pick<Service, 'attach' | 'isInvalid'> {
  /**
   * Is called once for each decision of this page whose record is valid, after the attempt to store
   * the record.
   */
  decided(decision: Decision): void
  /**
   * Is called before all stored data is deleted. Moves undelivered decisions to memory, sends them
   * at once, and sends them again until they arrive or the page closes.
   */
  erased(): void
}
