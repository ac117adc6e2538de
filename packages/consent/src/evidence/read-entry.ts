import type { ConsentRecord } from '../core/index.ts'
import { quietly } from '../shared/errors.ts'

/** One decision in the form in which the SDK sends it to the endpoint. */
export interface DeliveryEvent {
  /** Version of the schema. */
  readonly v: 1
  /** Random, 22 base64url characters. An endpoint that has stored this id has the event. */
  readonly id: string
  /**
   * `give`: the decision grants something, and ends no receipt. `update`: the decision grants
   * something, and replaces the previous record's receipt. `withdraw`: the decision grants nothing,
   * and ends the previous record's receipt. `refuse`: the decision grants nothing, and ends no
   * receipt.
   */
  readonly type: 'give' | 'update' | 'withdraw' | 'refuse'
  /** The id of the new receipt, if the decision grants something. */
  readonly receipt?: string | undefined
  /** The id of the previous record's receipt, which this event ends. */
  readonly ends?: string | undefined
  readonly record: Omit<ConsentRecord, 'r'>
}

/** One decision to deliver: the name and the text of its entry. */
export type Waiting = readonly [name: string, text: string]

/** Encodes and decodes records: `encodeRecord` and `decodeRecord` of core. */
export interface Codec {
  encode(record: ConsentRecord): string
  /** Returns `undefined` for an invalid value. */
  decode(value: string, now: number): ConsentRecord | undefined
}

/** The content of one entry of the outbox. */
export interface Undelivered {
  readonly event: DeliveryEvent
  /** The text of the notice whose hash is in the record; `''` if the text is unknown. */
  readonly notice: string | undefined
}

/** Matches the end of an entry's name: the time, the sequence number and the id of the decision. */
const NAME = /\.\d{16}\.\d{16,17}\.([\w-]{22})$/

/** Matches an entry's text: the encoded record, the id of the ended receipt, and the notice. */
const TEXT = /^([\w-]+)\.([\w-]{22})?\.(.*)$/s

/**
 * Reads an entry of the outbox. Any script on this origin may have written the entry, so every
 * field except the notice's text is checked, and an invalid entry is never sent.
 */
export const readEntry = ([name, text]: Waiting, codec: Codec): Undelivered | undefined =>
  quietly(() => {
    const [, id] = NAME.exec(name) ?? []
    const [, value, ends, notice] =
      TEXT.exec(text[0] === '{' ? convert(text, id, codec) : text) ?? []
    // Accept a decision from the future, because the clock may have been set back.
    const record = value && codec.decode(value, Number.POSITIVE_INFINITY)
    return id && record && isComplete(record)
      ? { event: eventOf(id, record, ends), notice }
      : undefined
  })

/** Converts the text of an entry of version 0.1, which is JSON, to the form of today. */
const convert = (text: string, name: string | undefined, { encode }: Codec): string => {
  const { id, record, ends = '', notice = '', ...others } = JSON.parse(text)
  const parts = [encode(record), ends, notice]
  const isValid =
    id === name && parts.every(part => typeof part === 'string') && Object.keys(others).length === 0
  return isValid ? parts.join('.') : ''
}

/** Says whether a record has only known fields, and a receipt id just if it grants a category. */
const isComplete = (record: ConsentRecord): boolean =>
  Object.keys(record).every(key => /^[vphltecxmsgnr]$/.test(key)) &&
  (Object.values(record.c).includes(1) ? /^[\w-]{22}$/.test(`${record.r}`) : !record.r)

const eventOf = (
  id: string,
  { r: receipt, ...record }: ConsentRecord,
  ends: string | undefined,
): DeliveryEvent => {
  const [granted, refused] = ends
    ? (['update', 'withdraw'] as const)
    : (['give', 'refuse'] as const)
  return { v: 1, id, type: receipt ? granted : refused, receipt, ends, record }
}
