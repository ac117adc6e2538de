import type { ConsentRecord } from '../../../packages/core/src/record.ts'

/**
 * What a decision did: `give` grants where no receipt stood, `update` where one did, `withdraw` takes
 * everything back, `refuse` grants nothing where nothing was granted.
 */
export type EventType = 'give' | 'update' | 'withdraw' | 'refuse'

/** One decision, as a page sends it. */
export interface ConsentEvent {
  readonly v: 1
  /** 128 random bits in base64url: an event that comes twice is kept once. */
  readonly id: string
  readonly type: EventType
  /** The receipt that this event gives. */
  readonly receipt?: string
  /** The receipt that this event ends or replaces. */
  readonly ends?: string
  readonly record: Omit<ConsentRecord, 'r'>
}

/** The text of a notice, as a page sends it when it is asked for it. */
export interface NoticeDocument {
  readonly v: 1
  readonly type: 'notice'
  /** The first 22 base64url characters of the text's SHA-256. */
  readonly h: string
  /** Canonical JSON of language, strings and policy version. */
  readonly text: string
}
