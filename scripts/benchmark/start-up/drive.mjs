// @ts-check
// Figures that need a browser with a driver. Compare only their ratios, see visit-alone.mjs.

import { setTimeout as sleep } from 'node:timers/promises'

/** The factor by which the page's processor is slowed down. */
const SLOWDOWN = 4
/** The time after which a page counts as idle, in milliseconds. */
const REST = 1_500

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('./tools.mjs').Tool} Tool */

/**
 * Opens a page in a new browser context, by default with a slow processor, and waits until the page
 * is idle.
 *
 * @template Result
 * @param {Browser} browser
 * @param {string} address
 * @param {(page: import('@playwright/test').Page, devtools: import('@playwright/test').CDPSession)
 *   => Promise<Result>} run
 * @param {{ width?: number, isSlow?: boolean }} [options]
 * @returns {Promise<Result>}
 */
const withPage = async (browser, address, run, { width = 1280, isSlow = true } = {}) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    if (isSlow) await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.goto(address)
    await sleep(REST)
    return await run(page, devtools)
  } finally {
    await context.close()
  }
}

/**
 * Accepts in the tool's banner, and returns the cookies that the tool has stored.
 *
 * @param {Browser} browser
 * @param {string} site The address of the tool's site.
 * @param {Tool} tool
 */
export const cookiesOfGrant = (browser, site, tool) =>
  withPage(
    browser,
    `${site}/`,
    async page => {
      await page.locator(tool.accept).click()
      await sleep(REST)
      const cookies = await page.context().cookies()
      if (cookies.length === 0) throw new Error(`${tool.name} stored no cookie after accepting.`)
      return cookies
    },
    { isSlow: false },
  )

/**
 * Measures the time from a click on Accept until the next frame, as in Interaction to Next Paint.
 *
 * @see https://web.dev/articles/inp
 * @param {Browser} browser
 * @param {string} site
 * @param {Tool} tool
 * @returns {Promise<number>} Milliseconds on a processor slowed down by `SLOWDOWN`, in steps of
 *   eight; 0 below 16.
 */
export const timeAccept = (browser, site, tool) =>
  withPage(browser, `${site}/`, async page => {
    await page.evaluate(() => {
      const observer = new PerformanceObserver(list => {
        for (const entry of list.getEntries())
          if (Reflect.get(entry, 'interactionId'))
            Reflect.set(
              window,
              'longest',
              Math.max(Reflect.get(window, 'longest') ?? 0, entry.duration),
            )
      })
      // TypeScript does not know the property `durationThreshold`.
      const options = { type: 'event', buffered: true, durationThreshold: 16 }
      observer.observe(options)
    })
    await page.locator(tool.accept).click()
    await sleep(REST)
    return page.evaluate(() => Reflect.get(window, 'longest') ?? 0)
  })

/**
 * Says whether a tool's banner is the largest paint of the short page.
 *
 * @see https://web.dev/articles/lcp
 * @param {Browser} browser
 * @param {string} site
 * @param {number} width The width of the window, in pixels.
 * @returns {Promise<string>} `page` or `banner`.
 */
export const largestPaint = (browser, site, width) =>
  withPage(
    browser,
    `${site}/short`,
    page =>
      page.evaluate(
        () =>
          new Promise(resolve => {
            new PerformanceObserver(list => {
              const { element } = /** @type {any} */ (list.getEntries().at(-1))
              // `element` is `null` for an element in a shadow root, such as the SDK's banner.
              resolve(element?.closest('header,main') ? 'page' : 'banner')
            }).observe({ type: 'largest-contentful-paint', buffered: true })
          }),
      ),
    { width },
  )

/**
 * Measures the live heap of a page.
 *
 * @param {Browser} browser
 * @param {string} address
 * @returns {Promise<number>} kB of 1,024 bytes, after garbage collection.
 */
export const liveHeap = (browser, address) =>
  withPage(browser, address, async (_, devtools) => {
    await devtools.send('Performance.enable')
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024
  })
