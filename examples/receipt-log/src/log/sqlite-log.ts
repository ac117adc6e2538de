import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Entry, GENESIS, type Head } from '../chain.ts'
import type { Access, Check, Log, Note, Span, Submission } from './log.ts'
import { planAppend } from './plan-append.ts'
import { prepareSqlite } from './prepare-sqlite.ts'
import { SELECT_INVALID } from './seq.ts'
import { ADD_SUM, type SumRow, selectSums, valuesOfSum } from './sums.ts'

const COLUMNS = 'seq, time, until, contentHash, prev, hash, content'

/**
 * Opens a log in a file. Several processes of one machine may use the file at the same time.
 *
 * @param path Path of the file; `:memory:` stores the log in memory only.
 * @throws Error if the file cannot be opened. LogError if a row has an invalid sequence number,
 *   unless `access` is `read`.
 */
export const openSqliteLog = (path: string, access: Access): Log => {
  const canCreate = access === 'create'
  if (canCreate && path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new Database(path, { timeout: 10_000, fileMustExist: !canCreate })
  try {
    // Do not open the file with the option `readonly`: SQLite would then leave the files of its
    // write-ahead log on the disk.
    if (access === 'read') db.pragma('query_only = ON')
    else {
      db.pragma('journal_mode = WAL')
      // In WAL mode, only with FULL do transactions survive a power failure:
      // https://sqlite.org/pragma.html#pragma_synchronous
      db.pragma('synchronous = FULL')
      // Make SQLite overwrite deleted content in the file.
      db.pragma('secure_delete = ON')
      prepareSqlite(db)
    }
    return logOf(db)
  } catch (error) {
    db.close()
    throw error
  }
}

const logOf = (db: Database.Database): Log => {
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
  const selectInvalid = db.prepare<[], { invalid: string }>(SELECT_INVALID)
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

  const hasAudits = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audits'")

  const readHead = () => selectHead.get() ?? GENESIS
  const append = db.transaction((submissions: readonly Submission[], time: number) => {
    const known = new Map<string, string>()
    for (const { id } of submissions) {
      const row = selectKnown.get(id)
      if (row) known.set(id, row.contentHash)
    }
    const { entries, outcomes, sums, files } = planAppend(submissions, readHead(), known, time)
    for (const entry of entries) insert.run(entry)
    // Do not prepare these statements above: a log of version 0.1 that is only read lacks the tables.
    for (const { seq, file } of files)
      db.prepare('INSERT INTO audits VALUES (?, ?)').run(seq, Buffer.from(file))
    for (const sum of sums) db.prepare(ADD_SUM).run(...valuesOfSum(sum))
    return outcomes
  })

  return {
    // IMMEDIATE takes the write lock before the transaction reads the last link, so that no other
    // process adds an entry in between.
    append: async (submissions, time) => append.immediate(submissions, time),
    head: async () => readHead(),
    after: async (seq, limit) => selectAfter.all(seq, limit),
    invalidSeq: async () => selectInvalid.get()?.invalid,
    ofReceipt: async receipt => selectReceipt.all(receipt, receipt),
    forget: async now => {
      const { changes } = forget.run(now)
      // Empty the write-ahead log, which still contains the deleted content.
      if (changes > 0) db.pragma('wal_checkpoint(TRUNCATE)')
      return changes
    },
    namesNotice: async h => selectNamed.get(h) !== undefined,
    notice: async h => selectNotice.get(h)?.text,
    keepNotice: async (h, text) => void insertNotice.run(h, text),
    notices: async () => selectNotices.all().map(({ h }) => h),
    sums: async query => {
      const { text, values } = selectSums(query)
      return db.prepare<unknown[], SumRow>(text).all(...values)
    },
    span: async (from, to) => {
      const span = db
        .prepare<[number, number], Span>(
          'SELECT min(seq) AS first, max(seq) AS last FROM entries WHERE time >= ? AND time < ?',
        )
        .get(from, to)
      return span?.first ? span : undefined
    },
    audits: async () =>
      hasAudits.get()
        ? db
            .prepare<[], Entry>(
              `SELECT ${COLUMNS} FROM entries WHERE seq IN (SELECT seq FROM audits) ORDER BY seq`,
            )
            .all()
        : [],
    auditFile: async seq =>
      db.prepare<[number], { file: Uint8Array }>('SELECT file FROM audits WHERE seq = ?').get(seq)
        ?.file,
    keepCheck: async check =>
      void db
        .prepare('INSERT INTO checks VALUES (@time, @seq, @hash, @fault, @links, @linked)')
        .run(check),
    lastCheck: async () =>
      db.prepare<[], Check>('SELECT * FROM checks ORDER BY time DESC LIMIT 1').get(),
    keepNote: async note =>
      void db.prepare('INSERT INTO notes VALUES (@seq, @hash, @time, @keeper)').run(note),
    notes: async () => db.prepare<[], Note>('SELECT * FROM notes ORDER BY time DESC, seq').all(),
    close: async () => void db.close(),
  }
}
