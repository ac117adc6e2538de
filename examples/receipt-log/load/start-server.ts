import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { FOLDER, PROGRAM, spawnServer } from '../test/spawn-server.ts'

/** Starts a server on a database. Rejects with the server's own words if it does not start. */
export const startServer = async (
  DATABASE: string,
  port: number,
  more: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> => {
  const settings = { DATABASE, PORT: `${port}`, RATE_LIMIT: '100000000' }
  const { server, started } = spawnServer({ ...settings, ...more })
  await started
  return server
}

/** Sends a signal to a server, and waits until its process has ended. */
export const stopServer = async (
  server: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> => {
  server.kill(signal)
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
}

/** Verifies the chain. Returns the words for its length, `✓ 3 entries`; throws if it has a fault. */
export const verifyChain = (DATABASE: string): string => {
  const options = { cwd: FOLDER, env: { ...process.env, DATABASE }, encoding: 'utf8' } as const
  return execFileSync(process.execPath, [...PROGRAM, 'verify'], options).split(',')[0] ?? ''
}

/** Creates a pool of connections that stay open between requests. */
export const connect = (maxSockets: number): Agent => new Agent({ keepAlive: true, maxSockets })

/** Sends an event, and resolves to the status of the response. Rejects if there is none. */
export const sendEvent = (agent: Agent, port: number, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) }
    const options = { agent, port, host: '127.0.0.1', path: '/events', method: 'POST', headers }
    request(options, answer => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
      .on('error', reject)
      .end(body)
  })
