import type { ConsentRecord } from './record.ts'
import { decodeRecord } from './record-codec.ts'
import type { ConsentStorage } from './storage.ts'

/**
 * Gives the stored record. Values that disagree are no record: nobody can say which one the visitor
 * meant.
 */
export const readRecord = (storage: ConsentStorage, now: number): ConsentRecord | undefined => {
  const [first, ...others] = storage.read()
  return first !== undefined && others.every(other => other === first)
    ? decodeRecord(first, now)
    : undefined
}
