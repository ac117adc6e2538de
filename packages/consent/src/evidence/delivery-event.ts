import type { ConsentRecord } from '../core/index.ts'

/** One decision, as the endpoint is told of it. */
export interface DeliveryEvent {
  /** Schema of this event. */
  readonly v: 1
  /** Its own id: 22 base64url characters, random. An endpoint that knows it has the event already. */
  readonly id: string
  /**
   * `give`: something is granted, and no receipt stood. `update`: something is granted, and one
   * stood. `withdraw`: nothing is granted any more, and one stood. `refuse`: nothing is granted, and
   * none stood.
   */
  readonly type: 'give' | 'update' | 'withdraw' | 'refuse'
  /** The id of the receipt; absent where nothing is granted. */
  readonly receipt?: string | undefined
  /** The id of the receipt that ends with this event; absent where none stood. */
  readonly ends?: string | undefined
  readonly record: Omit<ConsentRecord, 'r'>
}
