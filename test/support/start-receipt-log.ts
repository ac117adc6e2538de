import { spawnServer } from '../../examples/receipt-log/test/spawn-server.ts'
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
  const { server, started } = spawnServer({ DATABASE: ':memory:', PORT: `${port}`, ...environment })
  await started
  return { port, stop: () => server.kill('SIGKILL') }
}
