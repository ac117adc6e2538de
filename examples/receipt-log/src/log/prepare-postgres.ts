import pg from 'pg'
import { LogError } from './log-error.ts'
import { ADD_CONSTRAINT, CONSTRAINT, invalidSeq, SELECT_INVALID } from './seq.ts'
import { SUMS_TABLE } from './sums.ts'

/**
 * The number of the advisory lock that a transaction must have to add entries. No other program may
 * use the same number in this database.
 */
export const LOCK = 7_305_808_869

/** As with SQLite, the database generates the searchable columns from the content. */
const TABLES = `
  BEGIN;
  SELECT pg_advisory_xact_lock(${LOCK});
  CREATE TABLE IF NOT EXISTS entries (
    seq bigint PRIMARY KEY,
    time bigint NOT NULL,
    until bigint NOT NULL,
    "contentHash" text NOT NULL,
    prev text NOT NULL,
    hash text NOT NULL,
    content text,
    id text GENERATED ALWAYS AS (content::json ->> 'id') STORED UNIQUE,
    receipt text GENERATED ALWAYS AS (content::json ->> 'receipt') STORED,
    ends text GENERATED ALWAYS AS (content::json ->> 'ends') STORED,
    notice text GENERATED ALWAYS AS (content::json -> 'record' ->> 'h') STORED
  );
  CREATE INDEX IF NOT EXISTS entries_receipt ON entries (receipt);
  CREATE INDEX IF NOT EXISTS entries_ends ON entries (ends);
  CREATE INDEX IF NOT EXISTS entries_notice ON entries (notice);
  CREATE INDEX IF NOT EXISTS entries_until ON entries (until) WHERE content IS NOT NULL;
  CREATE INDEX IF NOT EXISTS entries_time ON entries (time);
  CREATE TABLE IF NOT EXISTS notices (h text PRIMARY KEY, text text NOT NULL);
  CREATE TABLE IF NOT EXISTS audits (seq bigint PRIMARY KEY, file bytea NOT NULL);
  CREATE TABLE IF NOT EXISTS checks (
    time bigint NOT NULL, seq bigint NOT NULL, hash text NOT NULL, fault text NOT NULL,
    links bigint NOT NULL DEFAULT 0, linked bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS notes (
    seq bigint NOT NULL, hash text NOT NULL, time bigint NOT NULL, keeper text NOT NULL
  );
`

/** Adds up the events that are stored already, whose log has no table of sums. */
const FILL_SUMS = `
  INSERT INTO sums
  SELECT to_char(to_timestamp(time / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
    content::json -> 'record' ->> 'p', content::json ->> 'type',
    content::json -> 'record' ->> 'l', content::json -> 'record' ->> 's',
    coalesce(content::json -> 'record' ->> 'g', '0')::bigint,
    coalesce(content::json -> 'record' ->> 'h', ''), count(*), min(time), max(time)
  FROM entries WHERE content IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`

const SELECT_CONSTRAINT = `SELECT 1 FROM pg_constraint
  WHERE conrelid = 'entries'::regclass AND conname = '${CONSTRAINT}'`

const SELECT_LINKS = `SELECT 1 FROM pg_attribute
  WHERE attrelid = 'checks'::regclass AND attname = 'links'`

/** Adds the columns that the first tables of verifications do not have. */
const ADD_LINKS = `ALTER TABLE checks ADD COLUMN links bigint NOT NULL DEFAULT 0,
  ADD COLUMN linked bigint NOT NULL DEFAULT 0`

const SELECT_SUMS = "SELECT 1 WHERE to_regclass('sums') IS NOT NULL"

/** PostgreSQL's error code for a lock that was not free in time. */
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Creates missing tables, and adds the constraint of `seq`, which the tables of version 0.1 do not
 * have. Does all of this in one transaction, which changes no existing row and no existing trigger.
 *
 * @param connectionString `postgres://user@host/database`.
 * @returns A promise. Rejects with a `LogError` if a row breaks the constraint, or if the table
 *   stays locked.
 */
export const preparePostgres = async (connectionString: string): Promise<void> => {
  // This connection has no time limit for a statement: PostgreSQL reads the whole table when it
  // adds the constraint. The time limit for an idle transaction releases the lock of a machine that
  // has failed.
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 5000,
    options: '-c idle_in_transaction_session_timeout=10s',
  })
  // If the connection breaks, the running query rejects with the error. Without this handler, the
  // event `error` would also end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    // If two servers start at the same moment, the second waits for the advisory lock, and then
    // finds the constraint that the first has added.
    await client.query(TABLES)
    const { rows } = await client.query<{ invalid: string }>(SELECT_INVALID)
    if (rows[0]) throw invalidSeq(rows[0].invalid)
    if ((await client.query(SELECT_CONSTRAINT)).rowCount === 0)
      // Do not wait long: queries of other machines wait behind a statement that waits for the
      // table.
      await client.query(`SET LOCAL lock_timeout = '3s'; ${ADD_CONSTRAINT}`)
    if ((await client.query(SELECT_LINKS)).rowCount === 0) await client.query(ADD_LINKS)
    if ((await client.query(SELECT_SUMS)).rowCount === 0)
      await client.query(`${SUMS_TABLE}; ${FILL_SUMS}`)
    await client.query('COMMIT')
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)
      throw new LogError(
        'The table "entries" needs a new constraint, but another program, such as a backup, has locked the table. Expected a table that is free for a moment. Nothing was changed. Start again when that program has ended.',
      )
    throw error
  } finally {
    // If there was no COMMIT, closing the connection rolls back the transaction.
    await client.end()
  }
}
