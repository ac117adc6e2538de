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

/** The undelivered decisions of a page, and everything that the delivery code needs. */
export interface Outbox extends Codec {
  /** The address of the endpoint. */
  readonly url: string
  /**
   * The beginning of the name of every entry that the SDK stores in `localStorage` for the
   * delivery. `<key>box` is the name of the entry with the waiting time, `<key>box.…` of one of
   * version 0.1, `<key>going.…` of an entry of today's code. A tab that still runs 0.1 deletes
   * every `box…` that it cannot read, so today's entries have another name. Any script on this
   * origin may have written these entries.
   */
  readonly key: string
  /** Decisions that are not in `localStorage`, by entry name. */
  readonly memory: Record<string, string>
  /** Logs a warning for the site's developer. */
  readonly warn: typeof warn
}
