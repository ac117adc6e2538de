import type { Entry } from '../chain.ts'
import { dayOf } from '../day.ts'
import type { ConsentEvent, EventType } from '../event.ts'

/** How many events that agree in every field here were stored on one day. */
export interface Sum {
  /** The day on which the server stored the events, in UTC: `YYYY-MM-DD`. */
  readonly day: string
  readonly version: string
  readonly type: EventType
  readonly language: string
  readonly surface: string
  /** 1 if the browser sent Global Privacy Control, otherwise 0. */
  readonly gpc: 0 | 1
  /** Hash of the notice; empty if the record has none. */
  readonly notice: string
  readonly count: number
  /** Time of the first and of the last of the events, in milliseconds since the epoch. */
  readonly first: number
  readonly last: number
}

/** The fields by which sums can be added up. `month` is the beginning of the day: `YYYY-MM`. */
export type SumField = 'day' | 'month' | 'version' | 'language' | 'surface' | 'notice'

/** Which sums to add up. Without a limit, all of them. */
export interface SumQuery {
  /** The fields of the result, besides the type of the event. */
  readonly by: readonly SumField[]
  /** The first and the last day, `YYYY-MM-DD`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly version?: string | undefined
  /** Hash of a notice. */
  readonly notice?: string | undefined
}

/** Sums that were added up, by the type of the event and the fields of the query. */
export type SumRow = Pick<Sum, 'type' | 'count' | 'first' | 'last'> &
  Readonly<Partial<Record<SumField, string>>> & {
    /** For how many of the events the browser sent Global Privacy Control. */
    readonly gpc: number
  }

/** The table of sums. Both databases have the same one. */
export const SUMS_TABLE = `
  CREATE TABLE sums (
    day text NOT NULL,
    version text NOT NULL,
    type text NOT NULL,
    language text NOT NULL,
    surface text NOT NULL,
    gpc bigint NOT NULL,
    notice text NOT NULL,
    count bigint NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (day, version, type, language, surface, gpc, notice)
  )`

/** Adds a sum to the sum that has the same fields. */
export const ADD_SUM = `
  INSERT INTO sums VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (day, version, type, language, surface, gpc, notice) DO UPDATE SET
    count = sums.count + excluded.count,
    first = CASE WHEN excluded.first < sums.first THEN excluded.first ELSE sums.first END,
    last = CASE WHEN excluded.last > sums.last THEN excluded.last ELSE sums.last END`

/** Returns the values of `ADD_SUM`, in order. */
export const valuesOfSum = (sum: Sum): readonly (string | number)[] => [
  ...[sum.day, sum.version, sum.type, sum.language, sum.surface, sum.gpc, sum.notice],
  ...[sum.count, sum.first, sum.last],
]

/** Returns the sums of entries. Entries without content and audits count nowhere. */
export const sumsOf = (entries: readonly Pick<Entry, 'content' | 'time'>[]): readonly Sum[] => {
  const sums = new Map<string, Sum>()
  for (const { content, time } of entries) {
    const event: Partial<ConsentEvent> = JSON.parse(content ?? '{}')
    const { type, record } = event
    if (!type || !record) continue
    const fields = {
      day: dayOf(time),
      ...{ version: record.p, type, language: record.l, surface: record.s },
      ...({ gpc: record.g ? 1 : 0, notice: record.h ?? '' } as const),
    }
    const key = JSON.stringify(fields)
    const { count = 0, first = time, last = time } = sums.get(key) ?? {}
    sums.set(key, {
      ...fields,
      count: count + 1,
      ...{ first: Math.min(first, time), last: Math.max(last, time) },
    })
  }
  return [...sums.values()]
}

const COLUMNS: Readonly<Record<SumField, string>> = {
  ...{ day: 'day', month: 'substr(day, 1, 7)', version: 'version', language: 'language' },
  ...{ surface: 'surface', notice: 'notice' },
}

/** Returns the SQL of a query, with `?` for each of the values, and the values. */
export const selectSums = ({
  by,
  from,
  to,
  version,
  notice,
}: SumQuery): { readonly text: string; readonly values: readonly string[] } => {
  const limits = (
    [
      ['day >= ?', from],
      ['day <= ?', to],
      ['version = ?', version],
      ['notice = ?', notice],
    ] as const
  ).flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))
  const fields = by.map(name => `${COLUMNS[name]} AS ${name}`)
  const groups = ['type', ...by].map((_, index) => index + 1).join()
  return {
    text: `SELECT ${['type', ...fields].join()}, CAST(sum(count) AS bigint) AS count,
      CAST(sum(CASE WHEN gpc = 1 THEN count ELSE 0 END) AS bigint) AS gpc,
      min(first) AS first, max(last) AS last FROM sums
      ${limits.length ? `WHERE ${limits.map(({ sql }) => sql).join(' AND ')}` : ''}
      GROUP BY ${groups} ORDER BY ${[...by, 'type'].join()}`,
    values: limits.map(({ value }) => value),
  }
}
