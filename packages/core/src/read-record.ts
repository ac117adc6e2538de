import type { ConsentRecord } from './record.ts'
import { decodeRecord } from './record-codec.ts'
import type { ConsentStorage } from './storage.ts'

/**
 * Gives the stored record. Values that disagree are no record: nobody can say which one the visitor
 * meant.
 */
export const readRecord = (storage: ConsentStorage, now: number): ConsentRecord | undefined =>
  // None, or more than one with commas between them, is no base64.
  decodeRecord([...new Set(storage.read())].join(), now)
