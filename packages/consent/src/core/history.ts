import { toJson } from '../shared/to-json.ts'
import { isSame } from './is-same.ts'
import { historyKey } from './names.ts'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord } from './record-codec.ts'

/** How many decisions are kept; then the oldest goes. */
const MOST = 50

/** The decisions made in this browser. */
export interface History {
  /** Gives them, newest first. What is odd, or is no longer to be kept, is left out. Never throws. */
  read(): readonly ConsentRecord[]
  /**
   * Says whether a record that would grant stands against this history: the history holds another
   * record that was written last and was not decided earlier. An empty or unreadable history
   * contradicts nothing.
   */
  contradicts(record: ConsentRecord): boolean
  /**
   * Keeps one more, without the id of its receipt, which stays only while its consent stands; without
   * one it only drops what is no longer to be kept. Never throws: where the browser refuses, or has
   * no room, the record counts without it.
   */
  add(...records: readonly ConsentRecord[]): void
}

/**
 * Keeps the history in `localStorage`. Where there is none, nothing is kept.
 *
 * @param cookie Name of the record's cookie.
 * @param days How long a decision is kept after it has ceased to count.
 * @param now The present, in seconds since the epoch.
 */
export const createHistory = (
  cookie: string | undefined,
  days: number,
  now: () => number,
): History => {
  const key = historyKey(cookie)
  const read = (): readonly ConsentRecord[] => {
    try {
      const values: readonly string[] = JSON.parse(localStorage.getItem(key) ?? '[]')
      // Not all of what anybody may have put there: that could take long.
      return values.slice(0, MOST).flatMap(value => {
        const record = decodeRecord(value, now())
        return record && record.e + days * DAY > now() ? record : []
      })
    } catch {
      return []
    }
  }
  return {
    read,
    contradicts(record) {
      const [last] = read()
      return !!last && last.t >= record.t && !isSame({ ...record, r: undefined }, last)
    },
    add(...records) {
      try {
        const kept = [...records, ...read()].slice(0, MOST)
        const text = toJson(kept.map(record => encodeRecord({ ...record, r: undefined })))
        if (text !== (localStorage.getItem(key) ?? '[]')) localStorage.setItem(key, text)
      } catch {
        // As said above.
      }
    },
  }
}
