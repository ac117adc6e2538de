import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { describe, inject, onTestFinished } from 'vitest'
import type { Access, Log } from '../src/log/log.ts'
import { openLog } from '../src/log/open-log.ts'
import { createDatabase } from './start-postgres.ts'

/**
 * A database for one test, empty at first. SQLite's is deleted after the test, PostgreSQL's after
 * all tests.
 */
export interface TestDatabase {
  /** The value for the setting `DATABASE`. */
  readonly address: string
  /** Runs SQL directly in the database, as a person with the database's password can do. */
  tamper(sql: string): Promise<void>
  /** Returns the rows of a query that is sent directly to the database. */
  query(sql: string): Promise<readonly unknown[]>
  /** Inserts `forgedRow(seq)`, although the table's constraint forbids this row. */
  forge(seq: string): Promise<void>
  /** Fills the database with a log that version 0.1 wrote. */
  restore(): Promise<void>
}

/** A kind of database: its name, and a function that creates an empty one for a test. */
type Kind = readonly [string, () => Promise<TestDatabase>]

/**
 * Path of the two logs that version 0.1 wrote, without `.db` or `.sql` at its end.
 *
 * Both logs were made on 2026-11-27 with the last code of version 0.1, in which the table `entries`
 * has no constraint of `seq`. For each log, two servers shared a database that was empty at
 * first: one had a `RETENTION_DAYS` of 9999, the other of 0. Over HTTP they received five events,
 * in this order: a grant with the text of its notice; at the server with 0 days, a grant that
 * expired after four seconds; an update, a withdrawal, a refusal. The command `forget` then deleted
 * the content of the expired grant, which is entry 2. The servers closed the SQLite file.
 * `pg_dump --inserts --no-owner --no-privileges` of PostgreSQL 15 wrote the SQL.
 * Two lines that begin with a backslash are removed, since only psql can read them.
 */
const OLD_LOG = new URL('logs/version-0.1', import.meta.url)

/**
 * Returns the SQL that inserts a row which no server would write. The row's receipt id is `forged`.
 */
export const forgedRow = (seq: string): string =>
  `INSERT INTO entries (seq, time, until, "contentHash", prev, hash, content)
   VALUES (${seq}, 1, 2, '${'a'.repeat(64)}', '${'0'.repeat(64)}', '${'b'.repeat(64)}',
   '{"id":"forged","receipt":"forged","record":{}}')`

/** Creates an empty folder, and deletes it after the test. */
export const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Opens a log, and closes it after the test. */
export const open = async (address = ':memory:', access?: Access): Promise<Log> => {
  const log = await openLog(address, access)
  onTestFinished(() => log.close())
  return log
}

/** The databases that can store a log. */
export const DATABASES: readonly [Kind, Kind] = [
  [
    'SQLite',
    async () => {
      const address = join(createFolder(), 'deep/receipts.db')
      const run = <Result>(act: (db: Database.Database) => Result): Result => {
        const db = new Database(address)
        try {
          return act(db)
        } finally {
          db.close()
        }
      }
      return {
        address,
        tamper: async sql => void run(db => db.exec(sql)),
        query: async sql => run(db => db.prepare(sql).all()),
        forge: async seq =>
          void run(db => db.exec(`PRAGMA ignore_check_constraints = ON; ${forgedRow(seq)}`)),
        restore: async () => {
          mkdirSync(dirname(address))
          cpSync(new URL(`${OLD_LOG}.db`), address)
        },
      }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const address = await createDatabase(inject('postgres'))
      const query = async (sql: string) => {
        const client = new pg.Client(address)
        await client.connect()
        try {
          return (await client.query(sql)).rows
        } finally {
          await client.end()
        }
      }
      const tamper = async (sql: string) => void (await query(sql))
      return {
        address,
        tamper,
        query,
        forge: seq =>
          tamper(`ALTER TABLE entries DROP CONSTRAINT IF EXISTS entries_seq; ${forgedRow(seq)}`),
        restore: () => tamper(readFileSync(new URL(`${OLD_LOG}.sql`), 'utf8')),
      }
    },
  ],
]

/** Returns the tags of a test with a database: the short run has tests with SQLite alone. */
export const tagsOf = (name: string): string[] => (name === 'SQLite' ? [] : ['full'])

/**
 * Describes the same tests with each database.
 *
 * @param title The name of the database follows.
 */
export const describeEach = (title: string, declare: (createDatabase: Kind[1]) => void): void => {
  for (const [name, createDatabase] of DATABASES)
    describe(`${title} ${name}`, { tags: tagsOf(name) }, () => declare(createDatabase))
}
