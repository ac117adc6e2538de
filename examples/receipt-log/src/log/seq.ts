import type { Log } from './log.ts'
import { LogError } from './log-error.ts'

/**
 * The largest sequence number. JavaScript cannot tell larger integers apart, so a reader could not
 * walk along them.
 */
const LARGEST = Number.MAX_SAFE_INTEGER

/** Returns whether an entry can have a sequence number. */
export const isSeq = (seq: number): boolean => Number.isSafeInteger(seq) && seq >= 1

/** Name of the constraint that has the rule of `isSeq` in the table. */
export const CONSTRAINT = 'entries_seq'

/** Adds the constraint; fails, and changes nothing, if a row breaks the rule. */
export const ADD_CONSTRAINT = `ALTER TABLE entries
  ADD CONSTRAINT ${CONSTRAINT} CHECK (seq BETWEEN 1 AND ${LARGEST})`

/**
 * Selects a row that breaks the rule. Both parts read the index only. The number is selected as
 * text, because JavaScript would round it. A table may contain such a row in spite of its
 * constraint: SQLite has `PRAGMA ignore_check_constraints`, and the owner of a table in PostgreSQL
 * can drop a constraint.
 */
export const SELECT_INVALID = `
  SELECT CAST(seq AS text) AS invalid FROM entries WHERE seq < 1
  UNION ALL SELECT CAST(seq AS text) FROM entries WHERE seq > ${LARGEST} LIMIT 1`

/** Creates the error for a row that breaks the rule. */
export const invalidSeq = (seq: number | string): LogError =>
  new LogError(
    `The log has a row with the seq ${seq}, which this server never writes. Expected numbers from 1 to ${LARGEST}. The log is refused, and nothing was changed. Store a copy of the log, find out who wrote the row, then delete the row. See "A row that the server did not write" in README.md.`,
  )

/**
 * Refuses a log that has a row which breaks the rule.
 *
 * @throws LogError
 */
export const checkSeqs = async (log: Pick<Log, 'invalidSeq'>): Promise<void> => {
  const seq = await log.invalidSeq()
  if (seq !== undefined) throw invalidSeq(seq)
}
