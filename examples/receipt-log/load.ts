// Measures how many events a second the receipt log can store: sends events to a real server on
// SQLite and on a temporary PostgreSQL, then verifies the hash chain. Run `npm run load -- [events]
// [connections]`. No test runs this file, because it measures time.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveEvent } from './test/samples.ts'
import { createDatabase, startPostgres } from './test/start-postgres.ts'

const [count = 100_000, connections = 64] = process.argv.slice(2).map(Number)

const PROGRAM = ['--import', 'tsx', 'src/main.ts']

/** Ports of the servers on this machine. */
const PORTS = [4391, 4392]

const start = async (DATABASE: string, port: number): Promise<ChildProcess> => {
  const env = { ...process.env, DATABASE, PORT: `${port}`, RATE_LIMIT: '100000000' }
  const server = spawn(process.execPath, PROGRAM, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const text of server.stderr)
    if (`${text}`.includes('The receipt log is at')) return server
  throw new Error('The server did not start.')
}

/** Sends one event, and resolves to the time until its response, in milliseconds. */
const send = (agent: Agent, port: number, body: string) =>
  new Promise<number>((resolve, reject) => {
    const began = performance.now()
    const headers = { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) }
    const options = { agent, port, host: '127.0.0.1', path: '/events', method: 'POST', headers }
    request(options, answer => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve(performance.now() - began)
        else reject(new Error(`answered ${answer.statusCode}`))
      })
    })
      .on('error', reject)
      .end(body)
  })

const measure = async (name: string, database: string, ports: readonly number[]) => {
  const servers = await Promise.all(ports.map(port => start(database, port)))
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const bodies = Array.from({ length: count }, () => JSON.stringify(giveEvent()))
  const times: number[] = []
  const began = performance.now()
  const client = async (_: unknown, index: number) => {
    const port = ports[index % ports.length] as number
    for (let body = bodies.pop(); body; body = bodies.pop())
      times.push(await send(agent, port, body))
  }
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  for (const server of servers) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }

  times.sort((one, other) => one - other)
  const part = (share: number) => `${times[Math.floor(times.length * share)]?.toFixed(1)} ms`
  const walk = performance.now()
  const env = { ...process.env, DATABASE: database }
  const verdict = execFileSync(process.execPath, [...PROGRAM, 'verify'], { env, encoding: 'utf8' })
  const verified = ((performance.now() - walk) / 1000).toFixed(1)
  console.log(
    `${name}: ${Math.round(count / seconds)} events/s, p50 ${part(0.5)}, p99 ${part(0.99)}; ` +
      `${verdict.split(',')[0]} verified in ${verified} s`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'receipts-load-'))
const postgres = await startPostgres(true)
try {
  console.log(`${count} events over ${connections} connections`)
  await measure('SQLite', join(folder, 'receipts.db'), PORTS.slice(0, 1))
  await measure('PostgreSQL', await createDatabase(postgres.address), PORTS.slice(0, 1))
  await measure('PostgreSQL, two servers', await createDatabase(postgres.address), PORTS)
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
