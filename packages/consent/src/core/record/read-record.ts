import type { History } from '../stored/history.ts'
import type { ConsentStorage } from '../stored/storage.ts'
import { isSame } from './is-same.ts'
import { type ConsentRecord, grants } from './record.ts'
import { decodeRecord } from './record-codec.ts'

/**
 * How long a decision overrides an earlier one that is read from the cookie, in seconds. For a
 * moment after a write Firefox may still return the previous cookie.
 */
const RECENT = 5

const isRecent = ({ t }: ConsentRecord, now: number): boolean => Math.abs(now - t) < RECENT

/** Returns the seconds after which a record has to be read again. */
export const secondsUntilReread = (record: ConsentRecord, now: number): number =>
  isRecent(record, now) ? RECENT : record.e - now

/**
 * Returns the stored record. Returns `undefined` where several different values are stored, since
 * the visitor's last decision is unknown then.
 *
 * @param known The record that this page has read or written last. @default none
 * @param history The history has to agree with a record that grants something. @default none
 */
export const readRecord = (
  storage: ConsentStorage,
  now: number,
  known?: ConsentRecord,
  history?: History,
): ConsentRecord | undefined => {
  // Several values, joined with commas, are invalid base64url. An empty value is not decoded, since
  // the exception would cost time.
  const text = [...new Set(storage.read())].join()
  const value = text ? decodeRecord(text, now) : undefined
  const isEarlier = value && known && value.n < known.n && value.t <= known.t
  const record = isEarlier && isRecent(known, now) ? known : value
  // A record that grants has to be the newest one of the history: the browser may have dropped a
  // newer cookie, or another host of the domain may have written this one.
  if (record && (isSame(record, known) || !grants(record) || !history?.contradicts(record)))
    return record
  // The browser deletes the cookie when the decision expires; the history still has the record.
  const [last] = history?.read() ?? []
  return last && last.e <= now ? last : undefined
}
