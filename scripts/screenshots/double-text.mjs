// @ts-check

/** Until Chromium's small windows have settled on the new layout, in milliseconds. */
const SETTLED = 700

/**
 * Doubles every text and nothing else, as the text size of Android's web views does: sizes in `px`
 * grow, too.
 *
 * @param {import('@playwright/test').Page} page
 */
export const doubleText = async page => {
  await page.evaluate(() => {
    /** @type {(root: Document | ShadowRoot) => HTMLElement[]} */
    const elementsOf = root =>
      [...root.querySelectorAll('*')].flatMap(element => [
        ...(element instanceof HTMLElement ? [element] : []),
        ...(element.shadowRoot ? elementsOf(element.shadowRoot) : []),
      ])
    // All sizes are read before one is written: they are inherited.
    const sizes = elementsOf(document).map(
      element => /** @type {const} */ ([element, getComputedStyle(element).fontSize]),
    )
    for (const [element, size] of sizes)
      element.style.setProperty('font-size', `${2 * Number.parseFloat(size)}px`, 'important')
  })
  await page.waitForTimeout(SETTLED)
}
