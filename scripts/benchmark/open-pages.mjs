// @ts-check

/** @typedef {'off' | 'off again' | 'denied' | 'granted'} Setting */
/** @typedef {keyof typeof import('./workloads.mjs')} Workload */

/**
 * A page in one setting: without the SDK, before an answer (`denied`), or with consent granted.
 *
 * @typedef {object} OpenPage
 * @property {Setting} setting
 * @property {(workload: Workload, count: number) => Promise<number>} run Runs a workload, and
 *   resolves to the time in milliseconds.
 */

const DAY = 86_400

/** Returns the value of a record's cookie that grants analytics. */
const grantRecord = () => {
  const t = Math.floor(Date.now() / 1000)
  const record = { v: 1, p: '1', l: 'en', t, e: t + DAY, c: { analytics: 1 }, m: 'accept' }
  return Buffer.from(JSON.stringify({ ...record, s: 'banner', n: 1 })).toString('base64url')
}

/**
 * Opens a new page for each setting, each in its own process, and waits until the page has loaded.
 *
 * @param {import('./open-browsers.mjs').OpenBrowser} browser
 * @param {string} address
 */
export const openPages = async (browser, address) => {
  /** @type {OpenPage[]} */
  const pages = []
  /** @type {(() => Promise<void>)[]} */
  const closes = []
  for (const setting of /** @type {const} */ (['off', 'denied', 'off again', 'granted'])) {
    const context = await browser.newContext()
    closes.push(() => context.close())
    if (setting === 'granted')
      await context.addCookies([{ name: 'spaceone_consent', value: grantRecord(), url: address }])
    const page = await context.newPage()
    await page.goto(`${address}/${setting.startsWith('off') ? 'off' : 'on'}`)
    if (setting === 'denied') await page.locator('spaceone-consent #banner').waitFor()
    const found = await page.evaluate(() => {
      const { spaceoneConsent: consent } = /** @type {any} */ (window)
      return consent ? (consent.isGranted('analytics') ? 'granted' : 'denied') : 'off'
    })
    if (!setting.startsWith(found))
      throw new Error(`The page for the setting «${setting}» has the state ${found}.`)
    pages.push({
      setting,
      run: (workload, count) =>
        page.evaluate(
          ([name, times]) => /** @type {any} */ (window).workloads[name](times),
          /** @type {const} */ ([workload, count]),
        ),
    })
  }
  return {
    pages,
    close: async () => {
      for (const close of closes) await close()
    },
  }
}
