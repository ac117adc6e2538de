import { cpSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { freePort } from '../../../../test/support/free-port.ts'
import { DATABASES, forgedRow, open, type TestDatabase, tagsOf } from '../../test/databases.ts'
import { runCommand, send, startServer } from '../../test/run-main.ts'
import { giveEvent, submission } from '../../test/samples.ts'
import { verify } from '../verify.ts'
import { entriesOf } from './entries-of.ts'
import { LogError } from './log-error.ts'
import { openLog } from './open-log.ts'
import { prepareSqlite } from './prepare-sqlite.ts'

const [[, createSqlite], [, createPostgres]] = DATABASES

const ALL = 'SELECT * FROM entries ORDER BY seq'

/** Creates a database with the log of version 0.1. Returns the database, with the log's rows. */
const restored = async (createDatabase: () => Promise<TestDatabase>) => {
  const database = await createDatabase()
  await database.restore()
  return { ...database, rows: await database.query(ALL) }
}

for (const [name, createDatabase, selectSchema, trigger] of [
  [
    'SQLite',
    createSqlite,
    'SELECT name, sql AS definition FROM sqlite_schema ORDER BY name',
    `CREATE TRIGGER no_delete BEFORE DELETE ON entries
       BEGIN SELECT RAISE(ABORT, 'append only'); END;
     CREATE TRIGGER no_update BEFORE UPDATE ON entries
       BEGIN SELECT RAISE(ABORT, 'append only'); END`,
  ],
  [
    'PostgreSQL',
    createPostgres,
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace UNION ALL
     SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
     ORDER BY name, definition`,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
       AS $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
     CREATE TRIGGER no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
       EXECUTE FUNCTION refuse()`,
  ],
] as const)
  describe(`a log that version 0.1 wrote, in ${name}`, { tags: tagsOf(name) }, () => {
    test('gets the constraint at the start: no row changes, and the chain goes on', async () => {
      const { address, tamper, query, rows } = await restored(createDatabase)
      expect(rows).toHaveLength(5)
      const log = await open(address)
      for (const seq of ['0', '-1', '9007199254740992'])
        await expect(tamper(`UPDATE entries SET seq = ${seq} WHERE seq = 5`)).rejects.toThrow(
          'entries_seq',
        )
      expect(await query(ALL)).toEqual(rows)
      expect(await log.append([submission()], Date.now())).toEqual(['added'])
      const verdict = await verify(entriesOf(log), Date.now(), [rows[4] as never])
      expect(verdict).toMatchObject({ ok: true, head: { seq: 6 }, forgotten: 1 })
    })

    test('has the same schema after the start as a new log, and keeps it at the next start', async () => {
      const old = await restored(createDatabase)
      const fresh = await createDatabase()
      await open(old.address)
      await open(fresh.address)
      const schema = await old.query(selectSchema)
      expect(schema).toEqual(await fresh.query(selectSchema))
      await open(old.address)
      expect(await old.query(selectSchema)).toEqual(schema)
    })

    test('is refused as a whole when one row has a seq below 1, and accepted once that row is deleted', async () => {
      const { address, tamper, query, rows } = await restored(createDatabase)
      // If the server accepted the log, it would create this index again.
      await tamper('DROP INDEX entries_until')
      const before = await query(selectSchema)
      await tamper(forgedRow('-3'))
      const forged = await query(ALL)
      await expect(openLog(address)).rejects.toThrow(LogError)
      expect(await query(ALL)).toEqual(forged)
      expect(await query(selectSchema)).toEqual(before)
      await tamper('DELETE FROM entries WHERE seq = -3')
      await open(address)
      expect(await query(ALL)).toEqual(rows)
    })

    test('accepts two servers that start at the same moment', async () => {
      const { address, query, rows } = await restored(createDatabase)
      const ports = [await freePort(), await freePort()]
      await Promise.all(ports.map(port => startServer(address, port)))
      for (const port of ports) expect((await send(port, giveEvent())).status).toBe(201)
      const { output } = await runCommand(['verify'], { DATABASE: address })
      expect(output).toContain('✓ 7 entries')
      expect((await query(ALL)).slice(0, 5)).toEqual(rows)
    })

    test('is read by `verify`, `receipt` and `export` without a change', async () => {
      const { address, query, rows } = await restored(createDatabase)
      const before = await query(selectSchema)
      const run = (...command: string[]) => runCommand(command, { DATABASE: address })
      const { seq, hash, receipt } = rows[2] as Record<string, string>
      expect(await run('verify', `${seq}:${hash}`)).toMatchObject({
        code: 0,
        output: expect.stringContaining('✓ 5 entries, 1 of them without content'),
      })
      const found = JSON.parse((await run('receipt', `${receipt}`)).output)
      expect(found).toMatchObject({ receipt, entries: [{ seq: 3 }, { seq: 4 }] })
      expect((await run('receipt', 'unknown')).code).toBe(1)
      const lines = (await run('export')).output.trim().split('\n')
      const entries = lines.map(line => JSON.parse(line)).filter(({ kind }) => kind === 'entry')
      expect(lines).toHaveLength(6)
      expect(await verify(entries, Date.now())).toMatchObject({ ok: true, head: { seq: 5 } })
      const log = await open(address, 'read')
      await expect(log.append([submission()], Date.now())).rejects.toThrow(/read-?only/)
      expect(await query(selectSchema)).toEqual(before)
      expect(await query(ALL)).toEqual(rows)
    })

    test('gets the constraint also where a trigger forbids changes, and the trigger stays', async () => {
      const { address, tamper, query, rows } = await restored(createDatabase)
      await tamper(trigger)
      await open(address)
      await expect(tamper('DELETE FROM entries')).rejects.toThrow('append only')
      await expect(tamper('UPDATE entries SET time = 1')).rejects.toThrow('append only')
      await expect(tamper(forgedRow('0'))).rejects.toThrow('entries_seq')
      expect(await query(ALL)).toEqual(rows)
    })
  })

test('a crash before the end of the transaction leaves the old log in SQLite, and the next start adds the constraint', async () => {
  const { address, rows } = await restored(createSqlite)
  const crashed = await createSqlite()
  const db = new Database(address)
  // With a small cache SQLite writes pages to the disk before the transaction ends.
  db.pragma('journal_mode = WAL')
  db.pragma('cache_size = 1')
  db.exec('BEGIN IMMEDIATE')
  prepareSqlite(db)
  // A copy of the files is the state of the disk that a crash at this moment leaves.
  cpSync(dirname(address), dirname(crashed.address), { recursive: true })
  db.close()
  expect(await crashed.query("SELECT sql FROM sqlite_schema WHERE sql LIKE '%CHECK%'")).toEqual([])
  expect(await crashed.query(ALL)).toEqual(rows)
  await open(crashed.address)
  await expect(crashed.tamper(forgedRow('0'))).rejects.toThrow('entries_seq')
  expect(await crashed.query(ALL)).toEqual(rows)
})

test('a start that is interrupted, or cannot lock the table, leaves the old log in PostgreSQL', {
  tags: 'full',
}, async () => {
  const { address, query, tamper, rows } = await restored(createPostgres)
  const backup = new pg.Client(address)
  await backup.connect()
  await backup.query('BEGIN; LOCK TABLE entries IN ACCESS SHARE MODE')

  const interrupted = expect(openLog(address)).rejects.toThrow(/terminat/)
  const waiting = `SELECT pg_terminate_backend(pid) FROM pg_locks
    WHERE relation = 'entries'::regclass AND NOT granted`
  while ((await query(waiting)).length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  await interrupted
  await expect(openLog(address)).rejects.toThrow(/^The table "entries" .*Nothing was changed/)

  expect(await query("SELECT 1 FROM pg_constraint WHERE conname = 'entries_seq'")).toEqual([])
  await backup.end()
  await open(address)
  await expect(tamper(forgedRow('0'))).rejects.toThrow('entries_seq')
  expect(await query(ALL)).toEqual(rows)
})
