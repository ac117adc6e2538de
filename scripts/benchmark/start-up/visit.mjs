// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { answerGoogle } from './google.mjs'
import { probeLayoutShift } from './probes.mjs'
import { watchBanner } from './watch-banner.mjs'
import { watchRequests } from './watch-requests.mjs'

/** The factor by which the page's processor is slowed down. */
const SLOWDOWN = 4
/** How long the browser needs to start the process of a new page, in milliseconds. */
const SETTLE = 500
/** A page without a request for this time is idle, in milliseconds. */
const REST = 1_500

/**
 * The measured figures of one visit.
 *
 * @typedef {object} Figures
 * @property {number} bytes Bytes of all responses but the page itself, as transferred, with
 *   headers.
 * @property {number} requests Requests other than for the page itself and to Google.
 * @property {number} googleRequests
 * @property {number} bannerVisible Time until the banner was visible, in milliseconds since the
 *   navigation started; `NaN` without a banner.
 * @property {number} scriptTime Time spent running scripts, in milliseconds.
 * @property {number} mainThreadTime Time used by the main thread, in milliseconds.
 * @property {number} heap JavaScript heap in use after garbage collection, in bytes.
 * @property {number} layoutShift Cumulative layout shift, a number without a unit.
 */

/**
 * Opens a page, waits until the page is idle, and measures the figures. The page stays open.
 *
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} address
 * @param {readonly (readonly string[])[]} banners The selectors of every tool's banner, see
 *   `watchBanner`; empty when no banner may appear.
 * @returns {Promise<{ page: import('@playwright/test').Page, figures: Figures, rest: () => Promise<void> }>}
 * `rest` waits until the page is idle again.
 * @throws Error when an expected banner does not become visible.
 */
export const visit = async (context, address, banners) => {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const requests = await watchRequests(devtools)
  await answerGoogle(devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const banner = banners.length > 0 ? await watchBanner(page, devtools, banners) : undefined
  await sleep(SETTLE)
  // The processor time of the thread is measured, not elapsed time, so that other work of the
  // machine counts less.
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
