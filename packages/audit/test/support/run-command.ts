import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BROWSERS } from '../../../../scripts/lib/browsers.mjs'

/** Path of the command: the built file, or the path in the variable `AUDIT_COMMAND`. */
export const COMMAND =
  process.env['AUDIT_COMMAND'] ?? fileURLToPath(new URL('../../dist/command.js', import.meta.url))

/** The arguments with which the tests play: their browser, and short pauses. */
export const QUICK = ['--browser-path', BROWSERS.chromium.path, '--wait', '0.3']

/** How a run of the command has ended. */
interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder in which the tests of a file run the command. */
export interface Workplace {
  readonly folder: string
  /** Runs the command in the folder. `began` receives the process. */
  run(args: readonly string[], began?: (child: ChildProcess) => void): Promise<Ended>
  /** Reads a file of the folder. */
  read(name: string): string
  /** Lists what the runs have left in their temporary folder. */
  leftovers(): readonly string[]
  remove(): void
}

/** Creates a folder for runs of the command, with a temporary folder of its own. */
export const createWorkplace = (): Workplace => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-command-'))
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  return {
    folder,
    run: async (args, began) => {
      const env = { ...process.env, TMPDIR: temporary }
      const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env })
      let [out, err] = ['', '']
      child.stdout.on('data', text => {
        out += text
      })
      child.stderr.on('data', text => {
        err += text
      })
      began?.(child)
      const code = await new Promise<number | null>(resolve => child.on('close', resolve))
      return { code, out, err }
    },
    read: name => readFileSync(join(folder, name), 'utf8'),
    leftovers: () => readdirSync(temporary),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
