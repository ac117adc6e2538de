import { expect, type Page, test } from '@playwright/test'

/** Playwright's `test` in a browser that keeps pages for its back button: Playwright's Chromium would not. */
export const keepingTest = test.extend({
  launchOptions: [
    ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
})

/** Follows a link of the page's own to another one, which may be of another origin. */
export const follow = async (page: Page, address: string): Promise<void> => {
  // Firefox keeps no page that waits for an answer.
  await page.waitForLoadState('networkidle')
  await page.evaluate(to => {
    window.noted = []
    window.addEventListener('pageshow', ({ persisted }) => window.noted?.push(persisted))
    location.href = to
  }, address)
  await page.waitForURL(address)
}

/** Goes back to a page, and makes sure that the browser has kept it as it was and finds no fault with it. */
export const goBack = async (page: Page, address: string): Promise<void> => {
  await page.evaluate(() => void setTimeout(() => history.back()))
  await page.waitForFunction(to => location.href === to && window.spaceoneConsent?.version, address)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true])
  const reasons = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    return (navigation as { notRestoredReasons?: unknown } | undefined)?.notRestoredReasons ?? null
  })
  expect(reasons).toBeNull()
}
