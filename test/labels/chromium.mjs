// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { chromium } from '@playwright/test'

const SETTINGS = /** @type {const} */ ({
  accept: ['generated.cookie_default_content_setting', 'allow'],
  block3p: ['profile.cookie_controls_mode', 1],
  blockAll: ['generated.cookie_default_content_setting', 'block'],
})

/**
 * Starts Chromium in a language. Its menu (⋮) is not a page, so no program can click it: `walk`
 * opens the page that the entry of the menu opens.
 *
 * @param {string} language
 * @param {string} site Address of a page. `walk` finds the page's entry in the settings' list of
 *   sites by its host, after `addCookies` has set a cookie of this host.
 */
export const startChromium = async (language, site) => {
  const host = new URL(site).hostname
  const profile = mkdtempSync(`${tmpdir()}/labels-`)
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--lang=${language}`],
    env: { ...process.env, LANGUAGE: language },
  })
  const [page = await context.newPage()] = context.pages()
  /** @param {string} name */
  const setting = name =>
    page.evaluate(key => /** @type {any} */ (globalThis).chrome.settingsPrivate.getPref(key), name)
  // Debian's Chromium blocks the cookies of other sites by default.
  await page.goto('chrome://settings/')
  await page.evaluate(
    key => /** @type {any} */ (globalThis).chrome.settingsPrivate.setPref(key, 0),
    SETTINGS.block3p[0],
  )
  return {
    /**
     * @param {readonly string[]} path
     * @param {string} task
     */
    walk: async ([, , ...path], task) => {
      await page.goto(`chrome://settings/${task === 'deleteAll' ? 'clearBrowserData' : ''}`)
      for (const label of path.filter(step => step !== host)) {
        const bin = page.locator(`#removeSiteButton[title*="${host}"]`)
        const target = label === '🗑' ? bin : page.getByText(label, { exact: true })
        await target.filter({ visible: true }).last().click({ timeout: 5000 })
      }
    },
    /** @param {readonly string[]} hosts */
    addCookies: hosts =>
      context.addCookies(
        hosts.map(domain => ({ name: 'a', value: '1', domain, path: '/', expires: 4e9 })),
      ),
    hosts: async () => (await context.cookies()).map(({ domain }) => domain),
    /** @param {keyof typeof SETTINGS} task */
    isSet: async task => (await setting(SETTINGS[task][0])).value === SETTINGS[task][1],
    isAllTime: async () => (await setting('browser.clear_data.time_period')).value === 4,
    isPrivate: () => true,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
