import type { Log } from './log.ts'
import { LogError } from './log-error.ts'

/** The largest valid sequence number. JavaScript cannot distinguish larger integers. */
const LARGEST = Number.MAX_SAFE_INTEGER

/** Returns whether a sequence number is valid. */
export const isSeq = (seq: number): boolean => Number.isSafeInteger(seq) && seq >= 1

/** Name of the table's constraint with the rule of `isSeq`. */
export const CONSTRAINT = 'entries_seq'

/** Adds the constraint. If a row has an invalid number, the statement fails and changes nothing. */
export const ADD_CONSTRAINT = `ALTER TABLE entries
  ADD CONSTRAINT ${CONSTRAINT} CHECK (seq BETWEEN 1 AND ${LARGEST})`

/**
 * Selects an invalid sequence number. Both parts of the query read only the index. The number is
 * selected as text, because JavaScript would round it. Despite the constraint a table may contain
 * an invalid row: SQLite has `PRAGMA ignore_check_constraints`, and the owner of a table in
 * PostgreSQL can drop a constraint.
 */
export const SELECT_INVALID = `
  SELECT CAST(seq AS text) AS invalid FROM entries WHERE seq < 1
  UNION ALL SELECT CAST(seq AS text) FROM entries WHERE seq > ${LARGEST} LIMIT 1`

/** Creates the error for a row with an invalid sequence number. */
export const invalidSeq = (seq: number | string): LogError =>
  new LogError(
    `The log has a row with the seq ${seq}, which this server never writes. Expected numbers from 1 to ${LARGEST}. The log is refused, and nothing was changed. Store a copy of the log, find out who wrote the row, then delete the row.`,
  )

/**
 * Checks that every row of a log has a valid sequence number.
 *
 * @throws LogError
 */
export const checkSeqs = async (log: Pick<Log, 'invalidSeq'>): Promise<void> => {
  const seq = await log.invalidSeq()
  if (seq !== undefined) throw invalidSeq(seq)
}
