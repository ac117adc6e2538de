// @ts-check
// What the guard costs a page: the same work with and without it, turn by turn, in one run.
// `npm run benchmark -- --assert` fails where it costs more than LIMIT. It measures time, so it is
// no test: `npm test` does not run it.

import { parseArgs } from 'node:util'
import { prepare } from './lib/prepare.mjs'

/** The most that pages' usual work may take with the guard, as a multiple; the aim is 1.05. */
const LIMIT = 1.12
/** Further from 1 than this, the unguarded work against itself says that the machine is too busy. */
const NOISE = 0.03
/** Each time with new pages, since the engine compiles the same code differently each time. */
const SETS = 4
/** Turns that each page of a set takes at each workload. */
const TURNS = 10
/** Dropped before them: the engine is still compiling. */
const WARM_UP = 2

/** No new set is begun after so long with one browser, in milliseconds: a busy machine gets fewer. */
const PATIENCE = 150_000

/** What a page does in one turn, by name; SETS × TURNS of them make the total. */
const WORKLOADS = /** @type {const} */ ([
  ['insertSubtrees', 'insert a subtree', 2_500],
  ['fetchOwn', 'fetch an own path', 250],
  ['callInsertions', '(the same insertions, no layout)', 2_500],
  ['setImages', '(set the src of an image)', 1_000],
  ['writeCookies', '(write a cookie)', 100],
])
/** Those that `LIMIT` is for; the others say where the time goes. */
const LIMITED = new Set(['insertSubtrees', 'fetchOwn'])

const { values: options } = parseArgs({ options: { assert: { type: 'boolean' } } })

await prepare()
// Not at the top: a fresh clone has no packages before `prepare`.
const { openBrowsers } = await import('./benchmark/open-browsers.mjs')
const { openPages } = await import('./benchmark/open-pages.mjs')
const { startSite } = await import('./benchmark/start-site.mjs')
const { median, summary } = await import('./benchmark/summary.mjs')

/** @typedef {import('./benchmark/open-pages.mjs').Setting} Setting */

/** Against `off`: itself again, which is the noise, and the guard in either state. */
const COMPARED = /** @type {const} */ (['off again', 'denied', 'granted'])

const site = await startSite()
let isOver = false
let isNoisy = false
try {
  for await (const browser of openBrowsers()) {
    /** @type {Record<string, Record<Setting, number[]>>} Microseconds for one operation, by turn. */
    const times = Object.fromEntries(
      WORKLOADS.map(([name]) => [name, { off: [], 'off again': [], denied: [], granted: [] }]),
    )
    const start = performance.now()
    for (let set = 0; set < SETS && performance.now() - start < PATIENCE; set += 1) {
      const { pages, close } = await openPages(browser, site.address)
      for (const [name, , count] of WORKLOADS)
        for (let turn = -WARM_UP; turn < TURNS; turn += 1) {
          // Nobody is always first.
          const order = turn % 2 ? pages : pages.toReversed()
          for (const { setting, run } of order) {
            const duration = await run(name, count)
            if (turn >= 0) times[name]?.[setting].push((duration * 1000) / count)
          }
        }
      await close()
    }
    console.log(`\n${browser.name} ${browser.version}`)
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

console.log('Ratio to «off»: median of the turns ± its uncertainty [the middle half of the turns].')
if (isNoisy)
  console.log(`«off again» is more than ${NOISE} from 1: the machine is busy, run it again.`)
if (isOver) console.log(`A row without brackets is over ${LIMIT}.`)
process.exit(isOver && options.assert ? 1 : 0)
