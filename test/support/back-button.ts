import { expect, type Page, test } from '@playwright/test'

/** Playwright's `test` in a browser that keeps pages for its back button: Playwright's Chromium would not. */
export const keepingTest = test.extend({
  launchOptions: [
    ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
})

/** Follows a link of the page's own to another one, which may be of another origin; over once the SDK runs there. */
export const follow = async (page: Page, address: string): Promise<void> => {
  // Firefox keeps no page that waits for an answer. Of a page that it has kept Playwright may lose count.
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {})
  await page.evaluate(to => {
    window.noted = []
    const note = ({ persisted }: PageTransitionEvent) => window.noted?.push(persisted)
    window.addEventListener('pageshow', note, { once: true })
    location.href = to
  }, address)
  await isAt(page, address)
}

/** Waits for the SDK of a page. Playwright does not see each of Firefox's restores: the page is asked. */
const isAt = (page: Page, address: string) =>
  page.waitForFunction(to => location.href === to && window.spaceoneConsent?.version, address)

/** Goes back to a page, and makes sure that the browser has kept it as it was and finds no fault with it. */
export const goBack = async (page: Page, address: string): Promise<void> => {
  await page.evaluate(() => void setTimeout(() => history.back()))
  await isAt(page, address)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true])
  const reasons = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    return (navigation as { notRestoredReasons?: unknown } | undefined)?.notRestoredReasons ?? null
  })
  expect(reasons).toBeNull()
}
