// @ts-check
// Measures what the interceptors cost a page: the same work with and without them, turn by turn.

import { openBrowsers } from './open-browsers.mjs'
import { openPages } from './open-pages.mjs'
import { startSite } from './start-site.mjs'
import { median, summary } from './summary.mjs'

/** @typedef {import('./open-pages.mjs').Setting} Setting */

/** The most that pages' usual work may take with the interceptors, as a multiple; the aim is 1.05. */
const LIMIT = 1.12
/** The machine is too busy where the work without interceptors, against itself, is further from 1. */
const NOISE = 0.03
/** Each set has new pages, since the engine compiles the same code differently each time. */
const SETS = 4
/** Turns that each page of a set takes at each workload. */
const TURNS = 10
/** Turns before them that do not count, since the engine is still compiling. */
const WARM_UP = 2

/** The benchmark begins no set after so many milliseconds with one browser: a busy machine gets fewer. */
const PATIENCE = 150_000

/** What a page does in one turn, by name; SETS × TURNS of them make the total. */
const WORKLOADS = /** @type {const} */ ([
  ['insertSubtrees', 'insert a subtree', 2_500],
  ['fetchOwn', 'fetch an own path', 250],
  ['callInsertions', '(the same insertions, no layout)', 2_500],
  ['setImages', '(set the src of an image)', 1_000],
  ['writeCookies', '(write a cookie)', 100],
])
/** The workloads that `LIMIT` is for; the others say where the time goes. */
const LIMITED = new Set(['insertSubtrees', 'fetchOwn'])

/** The settings that are compared with `off`: `off` again, which shows the noise, and both states of consent. */
const COMPARED = /** @type {const} */ (['off again', 'denied', 'granted'])

/**
 * Measures and prints the cost in every browser that is installed.
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
  console.log(
    'Ratio to «off»: median of the turns ± its uncertainty [the middle half of the turns].',
  )
  if (isNoisy)
    console.log(`«off again» is more than ${NOISE} from 1: the machine is busy, run it again.`)
  if (isOver) console.log(`A row without brackets is over ${LIMIT}.`)
  return isOver
}

/**
 * Measures one browser.
 *
 * @param {import('./open-browsers.mjs').OpenBrowser} browser
 * @param {string} address
 * @returns {Promise<Record<string, Record<Setting, number[]>>>} Microseconds for one operation, by
 *   workload, setting and turn.
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
        // The order changes with each turn, so that no page is always first.
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
