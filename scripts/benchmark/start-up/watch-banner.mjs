// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { probeBanner } from './probes.mjs'

/** How long to wait for a banner, in milliseconds. */
const PATIENCE = 60_000
/** The name of the global function that a page calls when its banner is visible. */
const REPORT = 'reportBanner'

/**
 * Prepares to time the banner of the next document that a page loads. Call this function before the
 * navigation.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} devtools
 * @param {readonly (readonly string[])[]} banners For every tool, the selectors that lead to its
 *   banner. Each selector after the first is looked up in the element found before it, or in that
 *   element's shadow root if there is one.
 * @returns {Promise<{ visible: () => Promise<number> }>} `visible` resolves to milliseconds since
 *   the navigation started, and rejects when no banner appears.
 */
export const watchBanner = async (page, devtools, banners) => {
  /** @type {Promise<number>} */
  const reported = new Promise(resolve => {
    devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === REPORT) resolve(Number(payload))
    })
  })
  await devtools.send('Runtime.enable')
  await devtools.send('Runtime.addBinding', { name: REPORT })
  await page.addInitScript(probeBanner, { banners, report: REPORT })
  return {
    visible: async () => {
      const patience = new AbortController()
      const time = await Promise.race([
        reported,
        sleep(PATIENCE, undefined, { signal: patience.signal }),
      ])
      patience.abort()
      if (time === undefined) throw new Error(`${page.url()} showed no banner in time.`)
      return time
    },
  }
}
