// @ts-check
import { createServer } from 'node:http'
import { expect } from '@playwright/test'
import { startChromium } from './chromium.mjs'
import { startFirefox } from './firefox.mjs'

const HOST = 'console.example.org'
const OTHER = 'shop.co.kr'

/**
 * Carries out the steps of each task in a browser, in one language, up to the result: in Firefox
 * from the menu, in Chromium from the page that the menu opens. Checks that the setting is stored,
 * the earlier cookies are deleted, the period is all time, and in Firefox that the window is
 * private.
 *
 * @param {any} guide The entry `guide` of the package.
 * @param {'chrome' | 'firefox'} browser
 * @param {'en' | 'ko' | 'ja'} language
 * @returns {Promise<string[]>} A message for each task that failed or had another result.
 */
export const walk = async (guide, browser, language) => {
  const server = createServer((_, response) => response.end('<title>site</title>'))
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  // Chromium lists the registrable domain of a site, as the note of the step says.
  const address = browser === 'chrome' ? 'http://example.org/' : `http://${HOST}:${port}/`
  const { steps } = guide.guideFor(browser, await guide.loadGuideText(language), { address })
  const start = browser === 'chrome' ? startChromium : startFirefox
  const found = await start(language === 'en' ? 'en-US' : language, address)
  /** @type {string[]} */
  const faults = []
  // The order matters: `accept` changes a setting only after `blockAll`.
  const results = {
    blockAll: () => found.isSet('blockAll'),
    accept: () => found.isSet('accept'),
    block3p: () => found.isSet('block3p'),
    deleteOne: async () => `${await found.hosts()}` === OTHER,
    deleteAll: async () => (await found.hosts()).length === 0 && (await found.isAllTime()),
    privateWindow: () => found.isPrivate(),
  }
  for (const [task, isDone] of Object.entries(results))
    try {
      await found.addCookies([HOST, OTHER])
      await expect.poll(found.hosts).toHaveLength(2)
      await found.walk(steps.find((/** @type {any} */ step) => step.task === task).path, task)
      await expect.poll(isDone, 'the last step').toBe(true)
    } catch (error) {
      faults.push(`${browser}, ${language}, ${task}: ${error}`)
    }
  await found.close()
  server.close()
  return faults
}
