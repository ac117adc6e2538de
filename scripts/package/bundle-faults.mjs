// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { BROWSERS, installBrowsers } from '../lib/browsers.mjs'
import { CHROMIUM_FLAGS } from '../lib/chromium-flags.mjs'

const SITE = 'https://site.test'

/** The addresses that a visit requests after a grant: Google's tag, and the film of the page. */
const AFTER_GRANT = ['https://www.googletagmanager.com/gtag/js', 'https://video.example/film']

/** The answer to `data-compare-with`: an earlier inventory without a service. */
const EARLIER = { policy: { version: '2023-05-02' }, services: [] }

/**
 * Plays a visit in a new profile: the visitor opens the preferences and the guide, accepts, and
 * loads the page again.
 *
 * @param {import('@playwright/test').Page} page
 * @param {Set<string>} foreign The addresses on other hosts that the page has requested.
 */
const visit = async (page, foreign) => {
  const isVisible = (/** @type {string} */ selector) => expect(page.locator(selector)).toBeVisible()
  const requestsAfterGrant = () =>
    expect.poll(() => AFTER_GRANT.filter(url => foreign.has(url))).toEqual(AFTER_GRANT)
  const status = page.locator('[data-consent-status]')

  await page.goto(SITE)
  await isVisible('#banner')
  await isVisible('spaceone-consent-placeholder')
  await expect(status).toContainText('You have not made a choice')
  await expect(page.locator('[data-consent-section]')).toContainText('Video Ltd.')
  await page.getByRole('link', { name: 'Cookie settings' }).click()
  await isVisible('#preferences')
  await page.locator('#open-guide').click()
  await isVisible('#guide')
  await page.locator('#back').click()
  expect([...foreign], 'requests before the grant').toEqual([])
  await page.locator('#preferences #accept-all').click()
  await requestsAfterGrant()

  foreign.clear()
  await page.reload()
  await requestsAfterGrant()
  await expect(status).toContainText('usage statistics and media')
  await expect(page.locator('#banner')).toHaveCount(0)
}

/**
 * Plays a visit of a built site.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} folder The folder of the built files.
 * @returns {Promise<string[]>} A message for each fault: what did not appear, and each warning,
 *   error and browser dialog.
 */
const faultsOfSite = async (browser, folder) => {
  /** @type {string[]} */
  const faults = []
  const foreign = new Set()
  const context = await browser.newContext()
  context.setDefaultTimeout(20_000)
  await context.route('**', route => {
    const { origin, pathname, href } = new URL(route.request().url())
    const path = join(folder, pathname === '/' ? 'index.html' : pathname)
    if (origin === SITE && existsSync(path)) return route.fulfill({ path })
    if (origin === SITE) return route.fulfill({ json: EARLIER })
    foreign.add(href.replace(/\?.*/, ''))
    return route.fulfill({ body: '' })
  })
  const page = await context.newPage()
  page.on('pageerror', error => faults.push(`${error}`))
  page.on('console', message => {
    if (/warning|error/.test(message.type())) faults.push(message.text())
  })
  page.on('dialog', dialog => {
    faults.push(`${dialog.type()}("${dialog.message()}")`)
    return dialog.dismiss()
  })
  await visit(page, foreign).catch(error => faults.push(`${error}`))
  await context.close()
  return faults
}

/**
 * Plays a visit of each built site in Chromium.
 *
 * @param {string} sites A folder with a built site for each bundler. The folder is missing if the
 *   bundlers could not be installed.
 * @returns {Promise<string[]>} A message for each fault.
 */
export const bundleFaults = async sites => {
  if (!(await installBrowsers())) return ['The browsers of the tests are missing.']
  const browser = await chromium.launch({
    executablePath: BROWSERS.chromiumShell.path,
    args: CHROMIUM_FLAGS,
  })
  const faults = []
  for (const name of existsSync(sites) ? readdirSync(sites) : []) {
    const found = await faultsOfSite(browser, join(sites, name))
    faults.push(...found.map(fault => `The site that ${name} has built: ${fault}`))
    console.log(`${found.length ? '✗' : '✓'} site built with ${name}`)
  }
  await browser.close()
  return faults
}
