import { deliveryKey, historyKey } from '../../shared/defaults.ts'
import { toJson } from '../../shared/encodings.ts'
import { quietly } from '../../shared/errors.ts'
import { store, stored, storedKeys, unstore } from '../../shared/platform.ts'
import { type ConsentRecord, DAY, decodeRecord, encodeRecord, isSame } from './record.ts'

/** The largest number of decisions in the history. A further decision replaces the oldest. */
const MAX_DECISIONS = 50

/** The history: the records of the decisions that a visitor made on one origin. */
export interface History {
  /** Returns the valid records, newest first, but none that expired `days` days ago or earlier. */
  read(): readonly ConsentRecord[]
  /**
   * Says whether the newest record of the history is not older than `record`, and differs from it
   * in more than the receipt id. Returns `false` if the history is empty or cannot be read.
   */
  contradicts(record: ConsentRecord): boolean
  /**
   * Adds records without their receipt ids, and deletes those that `read` leaves out. If the
   * browser cannot store the history, the record in the cookie still counts.
   */
  add(...records: readonly ConsentRecord[]): void
  /** Deletes the history, and the keys of the delivery in `localStorage`. */
  erase(): void
}

/**
 * Creates the history, which is stored in `localStorage`.
 *
 * @param cookie Name of the record's cookie.
 * @param days For how many days after its expiry `read` returns a record.
 * @param now Returns the present, in seconds since the epoch.
 */
export const createHistory = (
  cookie: string | undefined,
  days: number,
  now: () => number,
): History => {
  const key = historyKey(cookie)
  const read = (): readonly ConsentRecord[] =>
    quietly(() => {
      const values: readonly string[] = JSON.parse(stored(key) ?? '[]')
      // Read a limited number: any script of the origin can store a huge list under this key.
      return values.slice(0, MAX_DECISIONS).flatMap(value => {
        const record = decodeRecord(value, now())
        return record && record.e + days * DAY > now() ? record : []
      })
    }) ?? []
  return {
    read,
    contradicts(record) {
      const [last] = read()
      return !!last && last.t >= record.t && !isSame({ ...record, r: undefined }, last)
    },
    add(...records) {
      const kept = [...records, ...read()].slice(0, MAX_DECISIONS)
      const text = toJson(kept.map(record => encodeRecord({ ...record, r: undefined })))
      if (text !== (stored(key) ?? '[]')) store(key, text)
    },
    erase() {
      for (const name of [key, ...storedKeys(deliveryKey(cookie))]) unstore(name)
    },
  }
}
