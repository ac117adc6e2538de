import { spawn } from 'node:child_process'
import { RECEIPT_LOG } from '../../scripts/lib/install-receipt-log.mjs'
import { freePort } from './free-port.ts'

/**
 * Starts the server of examples/receipt-log, with a log in memory.
 *
 * @param environment Settings of the server.
 * @returns Its port on this machine, and a function that stops it. Rejects with the server's own
 *   words if it does not start.
 */
export const startReceiptLog = async (environment: Readonly<Record<string, string>>) => {
  const port = await freePort()
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: RECEIPT_LOG,
    env: { ...process.env, DATABASE: ':memory:', PORT: `${port}`, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  for await (const text of server.stderr.setEncoding('utf8')) {
    words += text
    if (words.includes('The receipt log is at')) return { port, stop: () => server.kill('SIGKILL') }
  }
  throw new Error(`The receipt log did not start: ${words}`)
}
