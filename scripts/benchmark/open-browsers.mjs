// @ts-check
import { existsSync } from 'node:fs'
import { chromium, firefox } from '@playwright/test'
import { BROWSERS } from '../lib/browsers.mjs'

/**
 * @typedef {object} OpenBrowser
 * @property {string} name
 * @property {string} version
 * @property {() => Promise<import('@playwright/test').BrowserContext>} newContext
 */

/** Only the necessary flags, because a flag could change the measured times. */
const CHROMIUM_FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** Debian's Firefox supports none of the emulations that Playwright sets by default. */
const NO_EMULATION = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null }

/**
 * Opens the installed browsers one after the other. Closes each browser before it opens the next.
 *
 * @returns {AsyncGenerator<OpenBrowser>}
 */
export async function* openBrowsers() {
  const { chromium: chromiumAt, firefox: firefoxAt } = BROWSERS
  const choices = [
    {
      path: chromiumAt.path,
      type: chromium,
      launch: { args: CHROMIUM_FLAGS },
      context: {},
    },
    {
      path: firefoxAt.path,
      type: firefox,
      launch: { channel: 'moz-firefox' },
      context: NO_EMULATION,
    },
  ]
  for (const { path, type, launch, context } of choices) {
    if (!existsSync(path)) continue
    const browser = await type.launch({ ...launch, executablePath: path })
    try {
      yield {
        name: type.name(),
        version: browser.version(),
        newContext: () => browser.newContext(context),
      }
    } finally {
      await browser.close()
    }
  }
}
