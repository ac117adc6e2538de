// Measures the receipt log with a real server, on SQLite and on a temporary PostgreSQL. No test runs
// this file, because it measures time.
//
//   npm run load                    everything, one part after the other
//   npm run load -- events          events a second, and how long the slowest percent waits
//   npm run load -- kills           kills the server, and compares what was acknowledged
//   npm run load -- pages           how long each page of the screen takes
//
// --events, --connections, --kills and --entries replace the numbers.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killServers } from './load/kill-servers.ts'
import { measureEvents } from './load/measure-events.ts'
import { measurePages } from './load/measure-pages.ts'
import { createDatabase, startPostgres } from './test/start-postgres.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '64' },
    kills: { type: 'string', default: '10' },
    entries: { type: 'string', default: '1000000' },
  },
})
const [events, connections, kills, entries] = [
  ...[values.events, values.connections, values.kills, values.entries].map(Number),
] as [number, number, number, number]
const isAsked = (part: string) => positionals.length === 0 || positionals.includes(part)

const folder = mkdtempSync(join(tmpdir(), 'receipts-load-'))
const postgres = await startPostgres(true)
const sqlite = (name: string) => join(folder, `${name}.db`)
const newDatabase = () => createDatabase(postgres.address)
try {
  if (isAsked('events')) {
    console.log(`${events} events over ${connections} connections`)
    await measureEvents('SQLite', sqlite('events'), { events, connections })
    await measureEvents('PostgreSQL', await newDatabase(), { events, connections })
    const both = { events, connections, servers: 2 }
    await measureEvents('PostgreSQL, two servers', await newDatabase(), both)
  }
  if (isAsked('kills')) {
    console.log(`${kills} kills, with ${connections} clients`)
    await killServers('SQLite', sqlite('kills'), { kills, clients: connections })
    await killServers('PostgreSQL', await newDatabase(), { kills, clients: connections })
  }
  if (isAsked('pages')) {
    console.log(`Pages of the screen, with ${entries} entries`)
    await measurePages('SQLite', sqlite('pages'), entries)
    await measurePages('PostgreSQL', await newDatabase(), entries)
  }
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
