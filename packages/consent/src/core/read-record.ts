import type { ConsentRecord } from './record.ts'
import { decodeRecord } from './record-codec.ts'
import type { ConsentStorage } from './storage.ts'

/**
 * For how long a decision stands against an earlier one that is found in the jar, in seconds. Firefox
 * may give the first of two back for a moment after it has taken the second.
 */
const RECENT = 5

const isRecent = ({ t }: ConsentRecord, now: number): boolean => Math.abs(now - t) < RECENT

/** For how long a record stands as it is, in seconds: then it is to be read again. */
export const left = (record: ConsentRecord, now: number): number =>
  isRecent(record, now) ? RECENT : record.e - now

/**
 * Gives the stored record. Values that disagree are no record: nobody can say which one the visitor
 * meant.
 *
 * @param known What was stored last, as far as this page knows. @default nothing
 */
export const readRecord = (
  storage: ConsentStorage,
  now: number,
  known?: ConsentRecord,
): ConsentRecord | undefined => {
  // None, or more than one with commas between them, is no base64.
  const record = decodeRecord([...new Set(storage.read())].join(), now)
  const isEarlier = record && known && record.n < known.n && record.t <= known.t
  return isEarlier && isRecent(known, now) ? known : record
}
