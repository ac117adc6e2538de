// @ts-check
// Visits pages in a Chromium without a driver. Under a driver V8 parses functions again for stack
// positions, 40 % of the script time of a visit, which no visitor's browser does.

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
/** How long a trace lasts from the start of the browser, in seconds. */
const TRACE_SECONDS = 3
/** How often to look for the end of the trace, in milliseconds. */
const INTERVAL = 200
/** How long a visit may take, in milliseconds. */
const PATIENCE = 60_000

/**
 * Opens a page in a new Chromium with an empty profile, until a promise is fulfilled.
 *
 * @template Result
 * @param {string} address
 * @param {readonly string[]} flags
 * @param {(folder: string) => Promise<Result>} until Receives the folder of the visit.
 * @returns {Promise<Result>}
 * @throws Error when the visit takes too long.
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
    // Ends the browser and its processes, which are a group of their own.
    process.kill(-(browser.pid ?? 0), 'SIGKILL')
    await isOver
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Visits a page and reads the time of its main thread.
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
          // The file is missing or not complete yet.
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
