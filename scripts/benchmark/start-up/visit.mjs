// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { answerGoogle } from './google.mjs'
import { probeLayoutShift } from './probes.mjs'
import { watchBanner } from './watch-banner.mjs'
import { watchRequests } from './watch-requests.mjs'

/** The page's processor is so many times slower than the machine's. */
const SLOWDOWN = 4
/** The browser needs so long to start the process of a new page, in milliseconds. */
const SETTLE = 500
/** A page that has requested nothing for so long has no idle task left either, in milliseconds. */
const REST = 1_500

/**
 * The figures of one visit.
 *
 * @typedef {object} Figures
 * @property {number} bytes Of all but the page itself, as they were sent, with their headers.
 * @property {number} requests Of all but the page itself and Google's hosts.
 * @property {number} googleRequests
 * @property {number} bannerVisible Milliseconds since the navigation started; `NaN` without a banner.
 * @property {number} scriptTime In milliseconds.
 * @property {number} mainThreadTime In milliseconds.
 * @property {number} heap Bytes of JavaScript's heap that are in use after a collection.
 * @property {number} layoutShift Cumulative, without a unit.
 */

/**
 * Opens a page, lets it come to rest, and reads its figures. The page stays open.
 *
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} address
 * @param {readonly (readonly string[])[]} banners Where to look for a banner; none where none may come.
 * @returns {Promise<{ page: import('@playwright/test').Page, figures: Figures, rest: () => Promise<void> }>}
 *   `rest` waits until the page is at rest again.
 * @throws Where a banner is awaited and does not become visible.
 */
export const visit = async (context, address, banners) => {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const requests = await watchRequests(devtools)
  await answerGoogle(devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const banner = banners.length > 0 ? await watchBanner(page, devtools, banners) : undefined
  await sleep(SETTLE)
  // The time of the thread, not of the clock: what else the machine does counts less.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await readMetrics(devtools)

  await page.goto(address)
  const bannerVisible = (await banner?.visible()) ?? Number.NaN
  await requests.rest(REST)
  const after = await readMetrics(devtools)
  const counts = requests.count()
  await devtools.send('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize: heap = Number.NaN } = await readMetrics(devtools)
  const spent = (/** @type {string} */ name) =>
    ((after[name] ?? Number.NaN) - (before[name] ?? Number.NaN)) * 1000
  return {
    page,
    figures: {
      ...counts,
      bannerVisible,
      scriptTime: spent('ScriptDuration'),
      mainThreadTime: spent('TaskDuration'),
      heap,
      layoutShift: await page.evaluate(probeLayoutShift),
    },
    rest: () => requests.rest(REST),
  }
}

/**
 * @param {import('@playwright/test').CDPSession} devtools
 * @returns {Promise<Record<string, number>>}
 */
const readMetrics = async devtools => {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}
