import pg from 'pg'
import { type Entry, GENESIS, type Head } from '../chain.ts'
import type { Access, Check, Log, Note, Span } from './log.ts'
import { planAppend } from './plan-append.ts'
import { LOCK, preparePostgres } from './prepare-postgres.ts'
import { SELECT_INVALID } from './seq.ts'
import { ADD_SUM, type SumRow, selectSums, valuesOfSum } from './sums.ts'

const COLUMNS = 'seq, time, until, "contentHash", prev, hash, content'

/**
 * By default the driver returns 64-bit integers as text. The log's times and counts are far below
 * 2^53, so convert them to numbers.
 */
const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/**
 * Opens a log in a PostgreSQL database. Any number of machines may share the database.
 *
 * @param connectionString `postgres://user@host/database`.
 * @returns A promise. With `read` access it resolves without a connection. With other access it
 *   rejects if the database cannot be reached, and with a `LogError` if a row has an invalid
 *   sequence number, or if the table stays locked.
 */
export const openPostgresLog = async (connectionString: string, access: Access): Promise<Log> => {
  const isReader = access === 'read'
  if (!isReader) await preparePostgres(connectionString)
  const pool = new pg.Pool({
    connectionString,
    types,
    max: 5,
    connectionTimeoutMillis: 5000,
    query_timeout: 15_000,
    // The timeouts release the lock of a machine that has failed. Synchronous commit makes sure
    // that a 2xx response means that the event is on the disk.
    options: `-c statement_timeout=10s -c idle_in_transaction_session_timeout=10s
      -c synchronous_commit=on -c default_transaction_read_only=${isReader}`,
  })
  // If an idle connection breaks, the next query opens another connection. Without this handler,
  // the error of the broken connection would end the process.
  pool.on('error', () => {})

  const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await pool.query<Row>(text, values)).rows

  const transaction = async <Result>(act: (client: pg.PoolClient) => Promise<Result>) => {
    const client = await pool.connect()
    try {
      // PostgreSQL releases the lock at the end of the transaction. From then on other machines see
      // the added entries.
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`)
      const result = await act(client)
      await client.query('COMMIT')
      client.release()
      return result
    } catch (error) {
      // Close the connection: this rolls back the transaction, whichever statement has failed.
      client.release(true)
      throw error
    }
  }

  return {
    append: (submissions, time) =>
      transaction(async client => {
        const ids = submissions.map(({ id }) => id)
        const last = await client.query<Head>(
          'SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1',
        )
        const taken = await client.query<{ id: string; contentHash: string }>(
          'SELECT id, "contentHash" FROM entries WHERE id = ANY($1)',
          [ids],
        )
        const known = new Map(taken.rows.map(({ id, contentHash }) => [id, contentHash]))
        const { entries, outcomes, sums, files } = planAppend(
          submissions,
          last.rows[0] ?? GENESIS,
          known,
          time,
        )
        await client.query(
          `INSERT INTO entries (${COLUMNS}) SELECT * FROM unnest($1::bigint[], $2::bigint[],
           $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])`,
          columnsOf(entries),
        )
        for (const { seq, file } of files)
          await client.query('INSERT INTO audits VALUES ($1, $2)', [seq, Buffer.from(file)])
        for (const sum of sums) await client.query(numbered(ADD_SUM), [...valuesOfSum(sum)])
        return outcomes
      }),
    head: async () =>
      (await rows<Head>('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1'))[0] ?? GENESIS,
    after: (seq, limit) =>
      rows<Entry>(`SELECT ${COLUMNS} FROM entries WHERE seq > $1 ORDER BY seq LIMIT $2`, [
        seq,
        limit,
      ]),
    invalidSeq: async () => (await rows<{ invalid: string }>(SELECT_INVALID))[0]?.invalid,
    ofReceipt: receipt =>
      rows<Entry>(`SELECT ${COLUMNS} FROM entries WHERE receipt = $1 OR ends = $1 ORDER BY seq`, [
        receipt,
      ]),
    forget: async now => {
      const { rowCount } = await pool.query(
        'UPDATE entries SET content = NULL WHERE content IS NOT NULL AND until <= $1',
        [now],
      )
      return rowCount ?? 0
    },
    namesNotice: async h =>
      (await rows('SELECT 1 FROM entries WHERE notice = $1 LIMIT 1', [h])).length > 0,
    notice: async h =>
      (await rows<{ text: string }>('SELECT text FROM notices WHERE h = $1', [h]))[0]?.text,
    keepNotice: async (h, text) => {
      await pool.query('INSERT INTO notices VALUES ($1, $2) ON CONFLICT DO NOTHING', [h, text])
    },
    notices: async () =>
      (await rows<{ h: string }>('SELECT h FROM notices ORDER BY h COLLATE "C"')).map(({ h }) => h),
    sums: query => {
      const { text, values } = selectSums(query)
      return rows<SumRow>(numbered(text), [...values])
    },
    span: async (from, to) => {
      // Without `+ 0`, PostgreSQL would look for the time along the primary key, from the first row.
      const [span] = await rows<Span>(
        `SELECT min(seq + 0) AS first, max(seq + 0) AS last FROM entries
         WHERE time >= $1 AND time < $2`,
        [from, to],
      )
      return span?.first ? span : undefined
    },
    audits: async () =>
      (await rows("SELECT 1 WHERE to_regclass('audits') IS NOT NULL")).length > 0
        ? rows<Entry>(
            `SELECT ${COLUMNS} FROM entries WHERE seq IN (SELECT seq FROM audits) ORDER BY seq`,
          )
        : [],
    auditFile: async seq =>
      (await rows<{ file: Uint8Array }>('SELECT file FROM audits WHERE seq = $1', [seq]))[0]?.file,
    keepCheck: async ({ time, seq, hash, fault, links, linked }) => {
      const values = [time, seq, hash, fault, links, linked]
      await pool.query('INSERT INTO checks VALUES ($1, $2, $3, $4, $5, $6)', values)
    },
    lastCheck: async () =>
      (await rows<Check>('SELECT * FROM checks ORDER BY time DESC LIMIT 1'))[0],
    keepNote: async ({ seq, hash, time, keeper }) => {
      await pool.query('INSERT INTO notes VALUES ($1, $2, $3, $4)', [seq, hash, time, keeper])
    },
    notes: () => rows<Note>('SELECT * FROM notes ORDER BY time DESC, seq'),
    close: () => pool.end(),
  }
}

/** Replaces each `?` of a statement by PostgreSQL's `$1`, `$2` and so on. */
const numbered = (text: string) => {
  let number = 0
  return text.replaceAll('?', () => {
    number += 1
    return `$${number}`
  })
}

const columnsOf = (entries: readonly Entry[]) => [
  entries.map(({ seq }) => seq),
  entries.map(({ time }) => time),
  entries.map(({ until }) => until),
  entries.map(({ contentHash }) => contentHash),
  entries.map(({ prev }) => prev),
  entries.map(({ hash }) => hash),
  entries.map(({ content }) => content),
]
