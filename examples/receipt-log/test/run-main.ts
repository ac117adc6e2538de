import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

const PROGRAM = ['--import', 'tsx', 'src/main.ts']

/** Runs a command to its end. `output` has both stdout and stderr. */
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

/**
 * Starts the server and waits until it accepts requests. Returns the process and its messages.
 * Kills the process after the test.
 */
const start = async (environment: Readonly<Record<string, string>>) => {
  const server = spawn(process.execPath, PROGRAM, {
    cwd: FOLDER,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  let output = ''
  for await (const text of server.stderr) {
    output += text
    if (output.includes('The receipt log is at')) return { server, output }
  }
  throw new Error('The server did not start.')
}

/**
 * Starts the server on a database, and returns it as soon as it accepts requests. Kills the server
 * after the test.
 */
export const startServer = async (DATABASE: string, port: number): Promise<ChildProcess> =>
  (await start({ RATE_LIMIT: '1000000', DATABASE, PORT: `${port}` })).server

/**
 * Starts the server, and returns the lines that it prints for people. Kills the server after the
 * test.
 */
export const startLines = async (
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> => (await start(environment)).output.split('\n').filter(Boolean)

/** Sends an event to a server, as a page does. */
export const send = (port: number, event: object): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: JSON.stringify(event),
  })
