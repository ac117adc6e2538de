import type { ConsentRecord } from '../core/index.ts'
import type { DeliveryEvent } from './delivery-event.ts'
import type { Waiting } from './outbox.ts'
import { sizeOf } from './post.ts'

/** The content of one entry of the outbox. */
export interface Entry {
  readonly event: DeliveryEvent
  /** The text of the notice whose hash is in the record, if the text was known. */
  readonly notice: string | undefined
}

/** The largest event that an endpoint accepts, in bytes. */
const LARGEST_EVENT = 8192

const ID = /^[\w-]{22}$/

/** The end of an entry's name: time of the decision, its sequence number, and its id. */
const NAME = /\.\d{16}\.\d{16,17}\.([\w-]{22})$/

/**
 * Reads an entry of the outbox. Any script on this origin may have written the entry, so every
 * field is checked, and an invalid entry is never sent.
 */
export const readEntry = ([name, text]: Waiting): Entry | undefined => {
  try {
    const entry = JSON.parse(text)
    const { id, record, ends, notice } = entry
    const [, named] = NAME.exec(name) ?? []
    if (
      !hasOnly(entry, ['id', 'record', 'ends', 'notice']) ||
      id !== named ||
      !(ends === undefined || isId(ends)) ||
      !(notice === undefined || typeof notice === 'string') ||
      !isRecord(record)
    )
      return undefined
    const event = eventOf(id, record, ends)
    return sizeOf(JSON.stringify(event)) > LARGEST_EVENT ? undefined : { event, notice }
  } catch {
    return undefined
  }
}

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

const isRecord = (record: ConsentRecord): boolean => {
  const { v, p, h, l, t, e, c, x = [], m, s, g, n, r } = record
  return (
    hasOnly(record, ['v', 'p', 'h', 'l', 't', 'e', 'c', 'x', 'm', 's', 'g', 'n', 'r']) &&
    v === 1 &&
    Array.isArray(x) &&
    [p, l, ...x].every(text => text && typeof text === 'string') &&
    [t, e, n].every(count => Number.isSafeInteger(count) && count > 0) &&
    t < e &&
    /^(accept|reject|custom|withdraw|gpc)$/.test(m) &&
    /^(banner|preferences|inline|api)$/.test(s) &&
    (h === undefined || isId(h)) &&
    (g === undefined || g === 1) &&
    hasOnly(c, Object.keys(c)) &&
    Object.values(c).every(answer => answer === 0 || answer === 1) &&
    // A record has a receipt id if and only if the record grants something.
    (Object.values(c).includes(1) ? isId(r) : r === undefined)
  )
}

const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value)

/** Returns whether an object is a plain object with no other keys than the given ones. */
const hasOnly = (value: object, keys: readonly string[]): boolean =>
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.keys(value).every(key => keys.includes(key))
