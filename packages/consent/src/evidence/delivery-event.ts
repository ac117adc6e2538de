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
   * `give`: the decision grants something, and no earlier receipt was valid. `update`: the decision
   * grants something, and replaces an earlier receipt. `withdraw`: the decision grants nothing, and
   * ends an earlier receipt. `refuse`: the decision grants nothing, and no earlier receipt was
   * valid.
   */
  readonly type: 'give' | 'update' | 'withdraw' | 'refuse'
  /** The id of the new receipt. Missing if the decision grants nothing. */
  readonly receipt?: string | undefined
  /**
   * The id of the earlier receipt that this event ends. Missing if no earlier receipt was valid.
   */
  readonly ends?: string | undefined
  readonly record: Omit<ConsentRecord, 'r'>
}
