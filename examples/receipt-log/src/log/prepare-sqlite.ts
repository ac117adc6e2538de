import type { Database } from 'better-sqlite3'
import { ADD_CONSTRAINT, CONSTRAINT, invalidSeq, SELECT_INVALID } from './seq.ts'
import { SUMS_TABLE } from './sums.ts'

/**
 * The database generates the searchable columns from the content. So they never contradict the
 * content, and are deleted with it.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    until INTEGER NOT NULL,
    contentHash TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    content TEXT,
    id TEXT AS (content ->> '$.id'),
    receipt TEXT AS (content ->> '$.receipt'),
    ends TEXT AS (content ->> '$.ends'),
    notice TEXT AS (content ->> '$.record.h')
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS entries_id ON entries (id);
  CREATE INDEX IF NOT EXISTS entries_receipt ON entries (receipt);
  CREATE INDEX IF NOT EXISTS entries_ends ON entries (ends);
  CREATE INDEX IF NOT EXISTS entries_notice ON entries (notice);
  CREATE INDEX IF NOT EXISTS entries_until ON entries (until) WHERE content IS NOT NULL;
  CREATE INDEX IF NOT EXISTS entries_time ON entries (time);
  CREATE TABLE IF NOT EXISTS notices (h TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS audits (seq INTEGER PRIMARY KEY, file BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checks (
    time INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, fault TEXT NOT NULL,
    links INTEGER NOT NULL DEFAULT 0, linked INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS notes (
    seq INTEGER NOT NULL, hash TEXT NOT NULL, time INTEGER NOT NULL, keeper TEXT NOT NULL
  ) STRICT;
`

/** Adds up the events that are stored already, whose log has no table of sums. */
const FILL_SUMS = `
  INSERT INTO sums
  SELECT strftime('%Y-%m-%d', time / 1000, 'unixepoch'), content ->> '$.record.p',
    content ->> '$.type', content ->> '$.record.l', content ->> '$.record.s',
    coalesce(content ->> '$.record.g', 0), coalesce(content ->> '$.record.h', ''),
    count(*), min(time), max(time)
  FROM entries WHERE content IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7`

const SELECT_CONSTRAINT = `SELECT 1 FROM sqlite_schema
  WHERE name = 'entries' AND instr(sql, 'CONSTRAINT ${CONSTRAINT} ')`

const SELECT_LINKS = "SELECT 1 FROM pragma_table_info('checks') WHERE name = 'links'"

/** Adds the columns that the first tables of verifications do not have. */
const ADD_LINKS = `
  ALTER TABLE checks ADD COLUMN links INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE checks ADD COLUMN linked INTEGER NOT NULL DEFAULT 0`

const SELECT_SUMS = "SELECT 1 FROM sqlite_schema WHERE name = 'sums'"

/**
 * Creates missing tables, and adds the constraint of `seq`, which the tables of version 0.1 do not
 * have. Does all of this in one transaction, which changes no existing row and no existing trigger.
 *
 * @throws LogError if a row breaks the constraint.
 */
export const prepareSqlite = (db: Database): void => {
  const prepare = db.transaction(() => {
    db.exec(TABLES)
    const row = db.prepare<[], { invalid: string }>(SELECT_INVALID).get()
    if (row) throw invalidSeq(row.invalid)
    // SQLite has `ADD CONSTRAINT` since 3.53: https://www.sqlite.org/changes.html#version_3_53_0
    if (!db.prepare(SELECT_CONSTRAINT).get()) db.exec(ADD_CONSTRAINT)
    if (!db.prepare(SELECT_LINKS).get()) db.exec(ADD_LINKS)
    if (!db.prepare(SELECT_SUMS).get()) db.exec(`${SUMS_TABLE} WITHOUT ROWID; ${FILL_SUMS}`)
  })
  // IMMEDIATE takes the write lock before the transaction reads. If two servers start at the same
  // moment, the second finds the constraint that the first has added.
  prepare.immediate()
}
