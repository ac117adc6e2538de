import type { ConsentRecord } from '../core/index.ts'
import type { warn } from '../options/warn.ts'

/** One decision to deliver: the name and the text of its entry. */
export type Waiting = readonly [name: string, text: string]

/** Encodes and decodes records: `encodeRecord` and `decodeRecord` of core. */
export interface Codec {
  encode(record: ConsentRecord): string
  /** Returns `undefined` for an invalid value. */
  decode(value: string, now: number): ConsentRecord | undefined
}

/** The decisions of a page that are still to be delivered, and what their delivery needs. */
export interface Outbox extends Codec {
  /** The address of the endpoint. */
  readonly url: string
  /**
   * The beginning of names in `localStorage`. Behind it, `box` is the waiting time, `box.…` an entry
   * of 0.1, and `going.…` an entry of today. A tab of 0.1 that is still open deletes every `box…`
   * that it cannot read, which is why today's entries have another name. Any script on this origin
   * may have written them.
   */
  readonly key: string
  /** Decisions that are not in `localStorage`, by entry name. */
  readonly memory: Record<string, string>
  /** Logs a warning for the site's developer. */
  readonly warn: typeof warn
}
