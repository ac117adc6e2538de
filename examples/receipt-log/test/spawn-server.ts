import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the receipt log, and the arguments with which Node.js runs it there. */
export const FOLDER: string = fileURLToPath(new URL('..', import.meta.url))
export const PROGRAM: readonly string[] = ['--import', 'tsx', 'src/main.ts']

/** A server whose process was started. */
export interface SpawnedServer {
  readonly server: ChildProcess
  /**
   * Resolves to the lines that the server has printed for people, once it accepts requests. Rejects
   * with these lines if it does not start.
   */
  readonly started: Promise<readonly string[]>
}

/** Starts the server as a process of its own, with the settings of an environment. */
export const spawnServer = (environment: Readonly<Record<string, string>>): SpawnedServer => {
  const server = spawn(process.execPath, PROGRAM, {
    cwd: FOLDER,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const start = async () => {
    let output = ''
    for await (const text of server.stderr.setEncoding('utf8')) {
      output += text
      if (output.includes('The receipt log is at')) return output.split('\n').filter(Boolean)
    }
    throw new Error(`The receipt log did not start: ${output}`)
  }
  return { server, started: start() }
}
