import { deliveryKey, historyKey } from '../../shared/defaults.ts'
import { toJson } from '../../shared/encodings.ts'
import { quietly } from '../../shared/errors.ts'
import { localStored, store } from '../../shared/platform.ts'
import { type ConsentRecord, DAY, decodeRecord, encodeRecord, isSame } from './record.ts'

/** The largest number of decisions in the history. A further decision replaces the oldest. */
const MAX_DECISIONS = 50

/** The history of the decisions made in this browser. No function throws. */
export interface History {
  /** Returns the records, newest first, without records that expired more than `days` days ago. */
  read(): readonly ConsentRecord[]
  /**
   * Says whether the newest entry differs from this record, apart from the receipt id, and is not
   * older. Returns `false` if the history is empty or cannot be read.
   */
  contradicts(record: ConsentRecord): boolean
  /**
   * Adds records without their receipt ids, and deletes old entries. If the browser cannot store
   * the history, the record in the cookie still counts.
   */
  add(...records: readonly ConsentRecord[]): void
  /** Deletes the history and all other keys of the SDK in `localStorage`. */
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
      const values: readonly string[] = JSON.parse(localStored()?.getItem(key) ?? '[]')
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
      if (text !== (localStored()?.getItem(key) ?? '[]')) store(key, text)
    },
    erase() {
      const storage = localStored()
      for (const name of Object.keys(storage ?? {}))
        if (name === key || name.startsWith(deliveryKey(cookie))) storage?.removeItem(name)
    },
  }
}
