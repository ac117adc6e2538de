import type { ConsentStorage } from '../store/ports.ts'
import type { History } from './history.ts'
import { type ConsentRecord, decodeRecord, grants, isSame } from './record.ts'

/**
 * For this time, in seconds, after a decision that the page knows, an older record in the cookie is
 * ignored. For a moment after a write Firefox sometimes still returns the previous cookie.
 */
const RECENT = 5

const isRecent = ({ t }: ConsentRecord, now: number): boolean => Math.abs(now - t) < RECENT

/** Returns in how many seconds the record has to be read again. */
export const secondsUntilReread = (record: ConsentRecord, now: number): number =>
  isRecent(record, now) ? RECENT : record.e - now

/**
 * Returns the stored record, or `known` if the stored record is older, and `known` less than
 * `RECENT` seconds old. If no record counts, returns the newest of the history if that has expired.
 * Several different stored values count as no record: none is known to be the last decision.
 *
 * @param known The record that this page has read or written last.
 * @param history If it contradicts a record that grants a category and is not `known`, the record
 *   does not count. @default no history is read
 */
export const readRecord = (
  storage: ConsentStorage,
  now: number,
  known?: ConsentRecord,
  history?: History,
): ConsentRecord | undefined => {
  // Values joined with commas are invalid. An empty one is not decoded: catching takes time.
  const text = [...new Set(storage.read())].join()
  const value = text ? decodeRecord(text, now) : undefined
  const isEarlier = value && known && value.n < known.n && value.t <= known.t
  const record = isEarlier && isRecent(known, now) ? known : value
  // An older record returns if the browser has dropped a newer cookie, or another host wrote it.
  if (record && (isSame(record, known) || !grants(record) || !history?.contradicts(record)))
    return record
  // When a decision expires, the browser deletes the cookie. The history still has the record.
  const [last] = history?.read() ?? []
  return last && last.e <= now ? last : undefined
}
