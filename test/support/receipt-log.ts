import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const FOLDER = fileURLToPath(new URL('../../examples/receipt-log', import.meta.url))
const PROGRAM = ['--import', 'tsx', 'src/main.ts']

/** A stored event, as the command `export` prints it. */
interface KeptEvent {
  readonly id: string
  readonly type: string
  readonly receipt?: string
  readonly ends?: string
  readonly record: { readonly c: Readonly<Record<string, 0 | 1>>; readonly n: number }
}

/** A running server of examples/receipt-log, with an empty log of its own. */
export interface ReceiptLog {
  /** The address that accepts events. */
  readonly url: string
  /** Starts the server again, with the same log on the same port. */
  start(): Promise<void>
  /** Kills the server, as in a power failure. */
  kill(): Promise<void>
  /**
   * Returns the stored events in the order of the decisions. The order of arrival may differ,
   * because a closing page sends all its events at once. Throws if the hash chain is broken.
   */
  events(): Promise<readonly KeptEvent[]>
  /** Stops the server and deletes its log. */
  remove(): Promise<void>
}

/**
 * Starts a receipt log.
 *
 * @param origin The origin whose pages may send events.
 * @param port A free port.
 */
export const startReceiptLog = async (origin: string, port: number): Promise<ReceiptLog> => {
  const folder = await mkdtemp(join(tmpdir(), 'receipt-log-'))
  const env = {
    ...process.env,
    DATABASE: join(folder, 'receipts.db'),
    ALLOWED_ORIGINS: origin,
    PORT: `${port}`,
    RATE_LIMIT: '1000000',
  }
  let server: ChildProcess | undefined

  const start = async () => {
    const started = spawn(process.execPath, PROGRAM, {
      cwd: FOLDER,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server = started
    for await (const text of started.stderr) if (`${text}`.includes('The receipt log is at')) return
    throw new Error('The receipt log stopped before it could take events.')
  }
  const kill = async () => {
    if (!server || server.exitCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  const run = async (command: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, [...PROGRAM, command], {
      cwd: FOLDER,
      env,
    })
    return stdout
  }

  await start()
  return {
    url: `http://127.0.0.1:${port}/events`,
    start,
    kill,
    async events() {
      await run('verify')
      const lines = (await run('export')).split('\n').filter(Boolean)
      const events: KeptEvent[] = lines.map(line => JSON.parse(JSON.parse(line).content))
      return events.sort((one, other) => one.record.n - other.record.n)
    },
    async remove() {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}
