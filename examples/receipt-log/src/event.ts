import type { DeliveryEvent } from '../../../packages/consent/src/evidence/read-entry.ts'

/** One decision as the SDK delivers it. */
export type ConsentEvent = DeliveryEvent

export type EventType = ConsentEvent['type']

/** The text of a notice, which a page sends if the server asks for it. */
export interface NoticeDocument {
  readonly v: 1
  readonly type: 'notice'
  /** The notice's hash: the first 22 base64url characters of the SHA-256 of `text`. */
  readonly h: string
  /** Canonical JSON of language, strings and policy version. */
  readonly text: string
}
