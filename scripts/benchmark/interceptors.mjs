// @ts-check
// Measures what the interceptors cost a page: the same work with and without interceptors, in turn.

import { openBrowsers } from './open-browsers.mjs'
import { openPages } from './open-pages.mjs'
import { startSite } from './start-site.mjs'
import { median, summary } from './summary.mjs'

/** @typedef {import('./open-pages.mjs').Setting} Setting */

/**
 * The limit of the ratio: the time of a page's usual work with interceptors, divided by the time
 * without them. The aim is 1.05.
 */
const LIMIT = 1.12
/**
 * If two measurements without interceptors differ by more than this share, the machine is too busy.
 */
const NOISE = 0.03
/**
 * Number of sets of pages. Each set has new pages, because in a new page the engine compiles the
 * same code differently.
 */
const SETS = 4
/** Number of measured runs of each workload on each page of a set. */
const TURNS = 10
/**
 * Number of runs before the measured runs. They do not count, because the engine is still
 * compiling.
 */
const WARM_UP = 2

/**
 * The time with one browser after which no new set starts, in milliseconds. So a busy machine
 * measures fewer sets.
 */
const PATIENCE = 150_000

/** Each row: a function of workloads.mjs, its title, and how many operations one run performs. */
const WORKLOADS = /** @type {const} */ ([
  ['insertSubtrees', 'insert a subtree', 2_500],
  ['fetchOwn', 'fetch an own path', 250],
  ['callInsertions', '(the same insertions, no layout)', 2_500],
  ['setImages', '(set the src of an image)', 1_000],
  ['writeCookies', '(write a cookie)', 100],
])
/** The workloads to which `LIMIT` applies. The others only show which operations take the time. */
const LIMITED = new Set(['insertSubtrees', 'fetchOwn'])

/**
 * The settings that are compared with `off`: a second page without the SDK, which shows the noise,
 * and pages of a visitor who has not answered (`denied`) and of a visitor who has granted.
 */
const COMPARED = /** @type {const} */ (['off again', 'denied', 'granted'])

/**
 * Measures and prints the cost of the interceptors in every installed browser.
 *
 * @returns {Promise<boolean>} Whether the interceptors cost more than their limit.
 */
export const measureInterceptors = async () => {
  const site = await startSite()
  let isOver = false
  let isNoisy = false
  try {
    for await (const browser of openBrowsers()) {
      const times = await measureIn(browser, site.address)
      console.log(`\n${browser.name} ${browser.version}: the interceptors`)
      console.table(
        Object.fromEntries(
          WORKLOADS.map(([name, title, count]) => {
            const off = times[name]?.off ?? []
            const row = COMPARED.map(setting => summary(off, times[name]?.[setting] ?? []))
            const [noise, ...ratios] = row
            if (LIMITED.has(name)) {
              if (Math.abs((noise?.ratio ?? Number.NaN) - 1) > NOISE) isNoisy = true
              if (ratios.some(({ ratio }) => ratio > LIMIT)) isOver = true
            }
            return [
              `${title} × ${(count * off.length).toLocaleString('en')}`,
              {
                'off, µs': median(off).toFixed(2),
                ...Object.fromEntries(COMPARED.map((setting, at) => [setting, row[at]?.text])),
              },
            ]
          }),
        ),
      )
    }
  } finally {
    await site.close()
  }
  console.log('Ratio to «off»: median of the runs ± its uncertainty [the middle half of the runs].')
  if (isNoisy)
    console.log(
      `The ratio of «off again» differs from 1 by more than ${NOISE}: the machine is busy. Run the benchmark again.`,
    )
  if (isOver) console.log(`A row without brackets in its title is over the limit of ${LIMIT}.`)
  return isOver
}

/**
 * Measures the cost of the interceptors in one browser.
 *
 * @param {import('./open-browsers.mjs').OpenBrowser} browser
 * @param {string} address
 * @returns {Promise<Record<string, Record<Setting, number[]>>>} Microseconds for one operation, by
 *   workload, setting and run.
 */
const measureIn = async (browser, address) => {
  /** @type {Record<string, Record<Setting, number[]>>} */
  const times = Object.fromEntries(
    WORKLOADS.map(([name]) => [name, { off: [], 'off again': [], denied: [], granted: [] }]),
  )
  const start = performance.now()
  for (let set = 0; set < SETS && performance.now() - start < PATIENCE; set += 1) {
    const { pages, close } = await openPages(browser, address)
    for (const [name, , count] of WORKLOADS)
      for (let turn = -WARM_UP; turn < TURNS; turn += 1) {
        // The order of the pages changes with each run, so that no page always runs first.
        const order = turn % 2 ? pages : pages.toReversed()
        for (const { setting, run } of order) {
          const duration = await run(name, count)
          if (turn >= 0) times[name]?.[setting].push((duration * 1000) / count)
        }
      }
    await close()
  }
  return times
}
