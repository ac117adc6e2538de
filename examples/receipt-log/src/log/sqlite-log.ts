import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Entry, GENESIS, type Head } from '../chain.ts'
import type { Log, Submission } from './log.ts'
import { planAppend } from './plan-append.ts'

/**
 * The searchable columns are generated from the content by the database: they can never contradict
 * the content, and are deleted together with it.
 */
const SCHEMA = `
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
  CREATE TABLE IF NOT EXISTS notices (h TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
`

const COLUMNS = 'seq, time, until, contentHash, prev, hash, content'

/**
 * Opens a log in a file, and creates a missing file. Several processes of one machine may use the
 * file at the same time.
 *
 * @param path Path of the file; `:memory:` stores the log in memory only.
 * @param mustExist Throws when the file does not exist, instead of creating the file.
 * @throws Error when the file cannot be opened.
 */
export const openSqliteLog = (path: string, mustExist: boolean): Log => {
  if (!mustExist && path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new Database(path, { timeout: 10_000, fileMustExist: mustExist })
  db.pragma('journal_mode = WAL')
  // In WAL mode only FULL survives a power failure:
  // https://sqlite.org/pragma.html#pragma_synchronous
  db.pragma('synchronous = FULL')
  // Deleted content is overwritten in the file.
  db.pragma('secure_delete = ON')
  db.exec(SCHEMA)

  const selectHead = db.prepare<[], Head>('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1')
  const selectKnown = db.prepare<[string], { contentHash: string }>(
    'SELECT contentHash FROM entries WHERE id = ?',
  )
  const insert = db.prepare<[Entry]>(
    `INSERT INTO entries (${COLUMNS})
     VALUES (@seq, @time, @until, @contentHash, @prev, @hash, @content)`,
  )
  const selectAfter = db.prepare<[number, number], Entry>(
    `SELECT ${COLUMNS} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  const selectReceipt = db.prepare<[string, string], Entry>(
    `SELECT ${COLUMNS} FROM entries WHERE receipt = ? OR ends = ? ORDER BY seq`,
  )
  const forget = db.prepare<[number]>(
    'UPDATE entries SET content = NULL WHERE content IS NOT NULL AND until <= ?',
  )
  const selectNamed = db.prepare<[string]>('SELECT 1 FROM entries WHERE notice = ? LIMIT 1')
  const selectNotice = db.prepare<[string], { text: string }>(
    'SELECT text FROM notices WHERE h = ?',
  )
  const insertNotice = db.prepare<[string, string]>('INSERT OR IGNORE INTO notices VALUES (?, ?)')
  const selectNotices = db.prepare<[], { h: string }>('SELECT h FROM notices ORDER BY h')

  const readHead = () => selectHead.get() ?? GENESIS
  const append = db.transaction((submissions: readonly Submission[], time: number) => {
    const known = new Map<string, string>()
    for (const { id } of submissions) {
      const row = selectKnown.get(id)
      if (row) known.set(id, row.contentHash)
    }
    const { entries, outcomes } = planAppend(submissions, readHead(), known, time)
    for (const entry of entries) insert.run(entry)
    return outcomes
  })

  return {
    // IMMEDIATE takes the write lock before the last link is read, so that no other process adds an
    // entry in between.
    append: async (submissions, time) => append.immediate(submissions, time),
    head: async () => readHead(),
    after: async (seq, limit) => selectAfter.all(seq, limit),
    ofReceipt: async receipt => selectReceipt.all(receipt, receipt),
    forget: async now => {
      const { changes } = forget.run(now)
      // Deleted content must not stay in the write-ahead log.
      if (changes > 0) db.pragma('wal_checkpoint(TRUNCATE)')
      return changes
    },
    namesNotice: async h => selectNamed.get(h) !== undefined,
    notice: async h => selectNotice.get(h)?.text,
    keepNotice: async (h, text) => void insertNotice.run(h, text),
    notices: async () => selectNotices.all().map(({ h }) => h),
    close: async () => void db.close(),
  }
}
