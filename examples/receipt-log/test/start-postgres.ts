import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the database `postgres` in the temporary database cluster. */
    postgres: string
  }
}

/** The folder in which Debian installs the programs, with a subfolder for each version. */
const DEBIAN = '/usr/lib/postgresql'

/** Returns the folder of PostgreSQL's programs, of the newest version. */
const programs = () => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, two) => +two - +one) : []
  const folders = [...versions.map(name => `${DEBIAN}/${name}/bin`), ...path()]
  const folder = folders.find(name => existsSync(join(name, 'initdb')))
  if (!folder) throw new Error('PostgreSQL is missing. Install it: apt-get install postgresql')
  return folder
}

const path = () => (process.env['PATH'] ?? '').split(':')

/**
 * Returns the ids of the user `nobody` if this process runs as root, since PostgreSQL does not run
 * as root; otherwise an empty object.
 */
const owner = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/**
 * Creates and starts a temporary database cluster, to which programs can connect only by socket
 * files. `stop` deletes the cluster.
 *
 * @param isDurable Whether PostgreSQL waits for the disk. If not, a power failure or a crash of the
 *   machine can lose data.
 */
export const startPostgres = async (
  isDurable = false,
): Promise<{ readonly address: string; stop(): Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-'))
  const as = owner()
  if (as.uid !== undefined) chownSync(folder, as.uid, -1)
  const data = join(folder, 'data')
  const init = ['-D', data, '-U', 'consent', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(programs(), 'initdb'), init, { ...as, cwd: folder, stdio: 'pipe' })
  const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=']
  const server = spawn(
    join(programs(), 'postgres'),
    [...options, ...(isDurable ? [] : ['-F'])],
    // PostgreSQL's messages are shown only if it does not start.
    { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let words = ''
  server.stderr.on('data', text => {
    words += text
  })
  const gone = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const address = `postgres://consent@/postgres?host=${encodeURIComponent(folder)}`
  const stop = async () => {
    // This signal makes PostgreSQL close all connections at once.
    server.kill('SIGINT')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  while (!(await answers(address))) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${words}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return { address, stop }
}

const answers = async (address: string) => {
  const client = new pg.Client(address)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Creates an empty database in the cluster, and returns its connection string. */
export const createDatabase = async (address: string): Promise<string> => {
  const name = `log_${Math.random().toString(36).slice(2)}`
  const client = new pg.Client(address)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  return address.replace('/postgres?', `/${name}?`)
}

/**
 * Starts the cluster that all test files share, but not for the short run, of which no test uses it.
 * Returns a function that deletes it.
 */
export default async ({
  provide,
}: {
  provide(key: 'postgres', value: string): void
}): Promise<(() => Promise<void>) | undefined> => {
  if (process.env['TEST_RUN'] === 'short') return undefined
  const { address, stop } = await startPostgres()
  provide('postgres', address)
  return stop
}
