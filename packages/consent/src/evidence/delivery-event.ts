import type { ConsentRecord } from '../core/index.ts'

/** One decision in the form in which the SDK sends it to the endpoint. */
export interface DeliveryEvent {
  /** Version of the schema of this event. */
  readonly v: 1
  /**
   * Random id of this event, 22 base64url characters. If the endpoint has stored this id, it has
   * the event already.
   */
  readonly id: string
  /**
   * `give`: the decision grants something, and the previous record has no receipt id. `update`: the
   * decision grants something, and replaces the previous record's receipt. `withdraw`: the decision
   * grants nothing, and ends the previous record's receipt. `refuse`: the decision grants nothing,
   * and the previous record has no receipt id.
   */
  readonly type: 'give' | 'update' | 'withdraw' | 'refuse'
  /** The id of the new receipt. Missing if the decision grants nothing. */
  readonly receipt?: string | undefined
  /**
   * The id of the previous record's receipt, which this event ends. Missing if the previous record
   * has no receipt id.
   */
  readonly ends?: string | undefined
  readonly record: Omit<ConsentRecord, 'r'>
}
