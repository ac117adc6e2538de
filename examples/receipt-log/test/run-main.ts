import { execFile } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { FOLDER, PROGRAM, spawnServer } from './spawn-server.ts'

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
 * Starts the server on a database, and waits until it accepts requests. Returns the process and the
 * lines that it prints for people. Kills the process after the test.
 */
export const startServer = async (
  DATABASE: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
) => {
  const { server, started } = spawnServer({
    ...{ RATE_LIMIT: '1000000', DATABASE, PORT: `${port}` },
    ...environment,
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  return { server, lines: await started }
}

/** Sends an event to a server, as a page does. */
export const send = (port: number, event: object): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: JSON.stringify(event),
  })
