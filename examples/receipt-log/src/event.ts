import type { DeliveryEvent } from '../../../packages/consent/src/evidence/delivery-event.ts'

/** One decision as the SDK delivers it. */
export type ConsentEvent = DeliveryEvent

export type EventType = ConsentEvent['type']

/** The text of a notice, which a page sends if the server asks for it. */
export interface NoticeDocument {
  readonly v: 1
  readonly type: 'notice'
  /** The first 22 base64url characters of the text's SHA-256. */
  readonly h: string
  /** Canonical JSON of language, strings and policy version. */
  readonly text: string
}
