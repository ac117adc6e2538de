// @ts-check
// The pictures of the README: parts of the view on a page of the portal.

import { fileURLToPath } from 'node:url'

/** @typedef {import('@playwright/test').Page} Page */

const FOLDER = new URL('../../.github/images/', import.meta.url)

/** The pictures, each with its height in pixels, and the way from the portal's page to its part. */
const PARTS = [
  { name: 'banner', height: 440, open: async () => {} },
  {
    name: 'preferences',
    height: 560,
    open: (/** @type {Page} */ page) => page.locator('#banner #open-preferences').click(),
  },
]

export const PICTURES = PARTS.map(part => ({
  ...part,
  file: fileURLToPath(new URL(`${part.name}.png`, FOLDER)),
}))

/**
 * Shows the part of the view that a picture shows.
 *
 * @param {Page} page A page without a record of a decision.
 * @param {string} address Address of the portal's server, without a slash at the end.
 * @param {(typeof PICTURES)[number]} picture
 * @returns {Promise<string>} The text of the part.
 */
export const showPart = async (page, address, { name, height, open }) => {
  await page.setViewportSize({ width: 860, height })
  await page.goto(`${address}/en/privacy`)
  await page.locator('#article-7').evaluate(article => article.scrollIntoView())
  await open(page)
  // No button of the view is under the pointer.
  await page.mouse.move(0, 0)
  const part = page.locator(`#${name}`)
  await part.waitFor()
  const [text = ''] = await part.allInnerTexts()
  return text
}
