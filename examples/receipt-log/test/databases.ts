import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { createDatabase } from './start-postgres.ts'

/** An empty database that is deleted after the test. */
interface TestDatabase {
  /** The value for the setting `DATABASE`. */
  readonly address: string
  /** Runs SQL directly in the database, as only a person with the database's password could. */
  tamper(sql: string): Promise<void>
}

/** The database's name, and a function that creates an empty database for a test. */
type Kind = readonly [string, () => Promise<TestDatabase>]

/** The databases that can store a log. */
export const DATABASES: readonly [Kind, Kind] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'receipts-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const address = join(folder, 'deep/receipts.db')
      return {
        address,
        tamper: async sql => {
          const db = new Database(address)
          db.exec(sql)
          db.close()
        },
      }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const address = await createDatabase(inject('postgres'))
      return {
        address,
        tamper: async sql => {
          const client = new pg.Client(address)
          await client.connect()
          await client.query(sql)
          await client.end()
        },
      }
    },
  ],
]
