import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

const PROGRAM = ['--import', 'tsx', 'src/main.ts']

/** Runs a command to its end; `output` is both streams. */
export const runCommand = (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise(resolve => {
    const options = { cwd: FOLDER, env: { ...process.env, ...environment } }
    execFile(process.execPath, [...PROGRAM, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })

/** Starts the server on a database, and gives it when it takes requests; it goes with the test. */
export const startServer = async (DATABASE: string, PORT: string): Promise<ChildProcess> => {
  const server = spawn(process.execPath, PROGRAM, {
    cwd: FOLDER,
    env: { ...process.env, RATE_LIMIT: '1000000', DATABASE, PORT },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  for await (const text of server.stderr)
    if (`${text}`.includes('The receipt log is at')) return server
  throw new Error('The server did not start.')
}

/** Gives a port that nobody listens on. */
export const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  server.close()
  return `${port}`
}
