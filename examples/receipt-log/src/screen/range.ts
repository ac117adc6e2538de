import { fill } from '../../../../packages/audit/src/report/words/words-of.ts'
import { DAY_MS, dayOf } from '../day.ts'
import type { Context, Query } from './page.ts'

/** A range of days, both included, as `YYYY-MM-DD` in UTC. */
export interface Range {
  readonly from: string
  readonly to: string
  /** Whether the query has days that are no range, so that the range is the default. */
  readonly isInvalid: boolean
}

/** The length of the range if the query has none, in days. */
const DEFAULT_DAYS = 30

/**
 * Reads the range of a query: `from` and `to`, or one day alone. Without both, the last 30 days.
 *
 * @param now The present, in milliseconds since the epoch.
 */
export const rangeIn = ({ from, to }: Query, now: number): Range => {
  const last = { from: dayOf(now - (DEFAULT_DAYS - 1) * DAY_MS), to: dayOf(now) }
  const [begin, end] = [from || to, to || from]
  if (!begin || !end) return { ...last, isInvalid: false }
  const isRange = isDay(begin) && isDay(end) && begin <= end
  return isRange ? { from: begin, to: end, isInvalid: false } : { ...last, isInvalid: true }
}

/** Returns a range in words: one day alone, or two days. */
export const rangeInWords = (
  { words }: Pick<Context, 'words'>,
  { from, to }: Pick<Range, 'from' | 'to'>,
): string => (from === to ? from : fill(words.range, { from, to }))

/** Returns the begin of the first day and the end of the last, in milliseconds since the epoch. */
export const timesOf = ({ from, to }: Pick<Range, 'from' | 'to'>): readonly [number, number] => [
  Date.parse(from),
  Date.parse(to) + DAY_MS,
]

/** Returns the number of days of a range. */
export const lengthOf = (range: Pick<Range, 'from' | 'to'>): number => {
  const [begin, end] = timesOf(range)
  return (end - begin) / DAY_MS
}

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  Number.isFinite(Date.parse(text)) &&
  dayOf(Date.parse(text)) === text
