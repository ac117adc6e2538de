// @ts-check
// Visits pages in a Chromium without a driver. Under a driver V8 parses functions again for stack
// positions, which takes 40 % of a visit's script time there. No visitor's browser does this.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BROWSERS } from '../../lib/browsers.mjs'
import { readTrace } from './read-trace.mjs'

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
]
/** How long the browser records a trace after its start, in seconds. */
const TRACE_SECONDS = 3
/** The time between two checks whether the trace is complete, in milliseconds. */
const INTERVAL = 200
/** The time after which a visit fails, in milliseconds. */
const PATIENCE = 60_000

/**
 * Opens a page in a new Chromium with an empty profile. Ends the browser when a promise is
 * fulfilled.
 *
 * @template Result
 * @param {string} address
 * @param {readonly string[]} flags
 * @param {(folder: string) => Promise<Result>} until Gets the folder of the visit and returns the
 *   promise.
 * @returns {Promise<Result>}
 * @throws Error if the visit takes too long.
 */
const open = async (address, flags, until) => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-visit-'))
  const profile = `--user-data-dir=${join(folder, 'profile')}`
  const browser = spawn(
    BROWSERS.chromium.path,
    [...FLAGS, profile, ...flags.map(flag => flag.replace('<folder>', folder)), address],
    { stdio: 'ignore', detached: true },
  )
  const patience = new AbortController()
  try {
    return await Promise.race([
      until(folder),
      sleep(PATIENCE, undefined, { signal: patience.signal }).then(() => {
        throw new Error(`The visit of ${address} did not end.`)
      }),
    ])
  } finally {
    patience.abort()
    const isOver = new Promise(resolve => browser.once('exit', resolve))
    // Ends the browser with all its processes: the negative id means the process group.
    process.kill(-(browser.pid ?? 0), 'SIGKILL')
    await isOver
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Visits a page and returns how long its main thread was busy, as `readTrace` does.
 *
 * @param {string} address
 * @param {readonly string[]} flags More flags for Chromium.
 */
export const traceVisit = (address, flags) =>
  open(
    address,
    [
      ...flags,
      '--trace-startup=v8,toplevel,devtools.timeline',
      '--trace-startup-format=json',
      '--trace-startup-file=<folder>/trace.json',
      `--trace-startup-duration=${TRACE_SECONDS}`,
    ],
    async folder => {
      for (;;) {
        await sleep(INTERVAL)
        try {
          const { traceEvents } = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8'))
          return readTrace(traceEvents, address)
        } catch (error) {
          // These errors mean that the file is still missing or incomplete.
          const isEarly = error instanceof SyntaxError || Reflect.get(Object(error), 'code')
          if (!isEarly) throw error
        }
      }
    },
  )

/**
 * Visits a page until a promise is fulfilled.
 *
 * @template Result
 * @param {string} address
 * @param {readonly string[]} flags More flags for Chromium.
 * @param {Promise<Result>} ended
 */
export const visitUntil = (address, flags, ended) => open(address, flags, () => ended)
