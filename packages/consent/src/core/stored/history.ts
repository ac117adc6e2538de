import { quietly } from '../../shared/quietly.ts'
import { toJson } from '../../shared/to-json.ts'
import { isSame } from '../record/is-same.ts'
import type { ConsentRecord } from '../record/record.ts'
import { DAY, decodeRecord, encodeRecord } from '../record/record-codec.ts'
import { historyKey } from './names.ts'

/** How many decisions are kept. A new decision replaces the oldest. */
const MAX_DECISIONS = 50

/** The history of the decisions made in this browser. */
export interface History {
  /** Returns the records, newest first, without invalid and outdated entries. Never throws. */
  read(): readonly ConsentRecord[]
  /**
   * Says whether the newest entry differs from a record and was not decided earlier. An empty or
   * unreadable history contradicts no record.
   */
  contradicts(record: ConsentRecord): boolean
  /**
   * Adds records, without their receipt ids, and drops entries that have been kept long enough. A
   * receipt id is kept only as long as its consent counts. Never throws: where the browser refuses,
   * or has no room, the record still counts.
   */
  add(...records: readonly ConsentRecord[]): void
}

/**
 * Creates the history, stored in `localStorage`. Where there is no `localStorage`, nothing is kept.
 *
 * @param cookie Name of the record's cookie.
 * @param days How long a record is kept after it has expired, in days.
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
      const values: readonly string[] = JSON.parse(localStorage.getItem(key) ?? '[]')
      // Limits the work: any script of the origin can store a huge list under this key.
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
      quietly(() => {
        const kept = [...records, ...read()].slice(0, MAX_DECISIONS)
        const text = toJson(kept.map(record => encodeRecord({ ...record, r: undefined })))
        if (text !== (localStorage.getItem(key) ?? '[]')) localStorage.setItem(key, text)
      })
    },
  }
}
