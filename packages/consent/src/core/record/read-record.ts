import type { ConsentStorage } from '../stored/storage.ts'
import type { ConsentRecord } from './record.ts'
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
 */
export const readRecord = (
  storage: ConsentStorage,
  now: number,
  known?: ConsentRecord,
): ConsentRecord | undefined => {
  // Several values, joined with commas, are invalid base64url. An empty value is not decoded, since
  // the exception would cost time.
  const value = [...new Set(storage.read())].join()
  const record = value ? decodeRecord(value, now) : undefined
  const isEarlier = record && known && record.n < known.n && record.t <= known.t
  return isEarlier && isRecent(known, now) ? known : record
}
