// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { probeBanner } from './probes.mjs'

/** A banner that is not visible after so many milliseconds will not come. */
const PATIENCE = 60_000
/** The name of the function by which a page reports its banner. */
const REPORT = 'reportBanner'

/**
 * Watches for the banner of the next document that a page loads.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} devtools
 * @param {readonly (readonly string[])[]} banners The selectors of every tool's banner.
 * @returns {Promise<{ visible: () => Promise<number> }>} `visible` gives milliseconds since the
 *   navigation started, and throws where no banner comes.
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
      if (time === undefined) throw new Error(`${page.url()} shows no banner.`)
      return time
    },
  }
}
