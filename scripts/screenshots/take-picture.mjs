// @ts-check

/**
 * What a picture shows: the window (where a screen says nothing, too), the whole page, or one
 * element. `absent` says why there is none.
 *
 * @typedef {void | 'window' | 'whole page' | import('@playwright/test').Locator | { absent: string }} Shown
 */

/**
 * Brings a visit to a screen and writes its picture.
 *
 * @param {import('./open-visit.mjs').Visit} visit
 * @param {(visit: import('./open-visit.mjs').Visit) => Promise<Shown>} screen
 * @param {string} path
 * @returns {Promise<string | undefined>} Why there is nothing to picture, if so.
 */
export const takePicture = async (visit, screen, path) => {
  const shown = await screen(visit)
  // No button is to look as if it were pointed at. A finger would leave a blue mark, so none is used.
  await visit.page.mouse.move(0, 0)
  const options = /** @type {const} */ ({ path, animations: 'disabled' })
  if (typeof shown !== 'object')
    await visit.page.screenshot({ ...options, fullPage: shown === 'whole page' })
  else if ('absent' in shown) return shown.absent
  else await shown.screenshot(options)
  return undefined
}
