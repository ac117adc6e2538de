// @ts-check
import { WINDOWS } from './settings.mjs'

/** The script tag of the SDK on every page of the portal. */
const TAG = '<script src="/consent/consent.js"'

/** What a screen does that does not come in time, in milliseconds. */
const PATIENCE = 10_000

/**
 * A visitor of the portal who has never been there.
 *
 * @typedef {object} Visit
 * @property {import('@playwright/test').Page} page
 * @property {import('./settings.mjs').Setting} setting
 * @property {(id: string) => import('@playwright/test').Locator} find Something of the SDK's, by its id.
 * @property {(page?: string) => Promise<void>} go Opens a page of the portal, such as `privacy.html`, in the visitor's language.
 * @property {(attributes: string) => void} addToTag Gives the script tag more attributes, from the next page on.
 * @property {(change: (html: string) => string) => void} changePage Changes the pages, from the next one on.
 * @property {() => Promise<void>} close
 */

/**
 * Begins a visit. It reaches the portal's own server and nobody else.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address The portal's.
 * @param {import('./settings.mjs').Setting} setting
 * @param {number} [zoom] Pixels of the screen to a CSS pixel.
 * @returns {Promise<Visit>}
 */
export const openVisit = async (browser, address, setting, zoom = 1) => {
  const { language, width, scheme } = setting
  const { height, isMobile, userAgent } = WINDOWS[width]
  const context = await browser.newContext({
    viewport: { width: Number(width) / zoom, height: height / zoom },
    deviceScaleFactor: zoom,
    isMobile,
    hasTouch: isMobile,
    userAgent,
    locale: language,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)

  /** @type {((html: string) => string)[]} */
  const changes = []
  await context.route('**/*', async route => {
    const request = route.request()
    if (!request.url().startsWith(`${address}/`)) return route.abort()
    if (request.resourceType() !== 'document' || !changes.length) return route.continue()
    const response = await route.fetch()
    const html = await response.text()
    return route.fulfill({ response, body: changes.reduce((body, change) => change(body), html) })
  })

  return {
    page,
    setting,
    find: id => page.locator(`spaceone-consent #${id}`),
    go: async (path = '') => {
      await page.goto(`${address}/${language}/${path}`)
      await page.evaluate(() => document.fonts.ready)
    },
    addToTag: attributes => {
      changes.push(html => html.replace(TAG, `${TAG} ${attributes}`))
    },
    changePage: change => {
      changes.push(change)
    },
    close: () => context.close(),
  }
}
