import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Entry } from '../chain.ts'
import type { ConsentEvent } from '../event.ts'
import { entriesAfter } from '../log/entries-of.ts'
import type { Log } from '../log/log.ts'
import { type Range, timesOf } from './range.ts'

/** Yields the entries that were stored in a range of days, in order. */
async function* entriesIn(
  log: Pick<Log, 'span' | 'after'>,
  range: Pick<Range, 'from' | 'to'>,
): AsyncGenerator<Entry> {
  const [from, to] = timesOf(range)
  const span = await log.span(from, to)
  if (!span) return
  for await (const entry of entriesAfter(log, span.first - 1, span.last))
    if (entry.time >= from && entry.time < to) yield entry
}

/** Returns the columns of an entry. Of an entry without content, only those of the link have a value. */
const rowOf = ({ seq, time, hash, content }: Entry) => {
  const event: Partial<ConsentEvent> = JSON.parse(content ?? '{}')
  const record: Partial<ConsentEvent['record']> = event.record ?? {}
  const answers = Object.entries(record.c ?? {})
  const namesOf = (answer: 0 | 1) =>
    answers.flatMap(([category, one]) => (one === answer ? [category] : [])).join(' ')
  return {
    seq,
    stored: new Date(time).toISOString(),
    type: event.type,
    receipt: event.receipt,
    ends: event.ends,
    version: record.p,
    language: record.l,
    notice: record.h,
    granted: namesOf(1),
    refused: namesOf(0),
    method: record.m,
    surface: record.s,
    gpc: record.g,
    decided: record.t === undefined ? undefined : new Date(record.t * 1000).toISOString(),
    expires: record.e === undefined ? undefined : new Date(record.e * 1000).toISOString(),
    sequence: record.n,
    hash,
  }
}

/** Returns the entries of a range of days as CSV, with a line of names, in UTF-8. */
export const csvOf = (log: Log, range: Pick<Range, 'from' | 'to'>): Readable => {
  async function* rows() {
    for await (const entry of entriesIn(log, range)) yield rowOf(entry)
  }
  const columns = Object.keys(rowOf({ seq: 1, time: 0, hash: '', content: null } as Entry))
  // Excel reads UTF-8 only after a byte order mark, and would run a text that begins with `=`.
  const lines = stringify({ header: true, columns, bom: true, escape_formulas: true })
  // If the database fails, the error ends the response before its end, so the download fails.
  return pipeline(Readable.from(rows()), lines, () => {})
}

/** Returns the entries of a range of days as lines of JSON, as the export of the whole log has them. */
export const linesOf = (log: Log, range: Pick<Range, 'from' | 'to'>): Readable => {
  async function* lines() {
    for await (const entry of entriesIn(log, range))
      yield `${JSON.stringify({ kind: 'entry', ...entry })}\n`
  }
  return Readable.from(lines())
}
