import { expect, type Page } from '@playwright/test'
import { startOutside } from '../webkit/start-outside.ts'
import { test } from './page-console.ts'
import { Visitor } from './visitor.ts'

/** `test` with the back/forward cache, which Playwright disables in Chromium. */
const keepingTest = test.extend({
  launchOptions: [
    ({ launchOptions }, use) =>
      use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    { scope: 'worker' },
  ],
})

/** `keepingTest` on loopback servers. The browser may request no other host. */
export const loopbackTest = keepingTest.extend<{
  readonly outside: Awaited<ReturnType<typeof startOutside>>
  readonly visitor: Visitor
}>({
  visitor: ({ page }, use) => use(new Visitor(page)),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names here
  outside: async ({}, use) => {
    const outside = await startOutside()
    await use(outside)
    await outside.close()
    expect(outside.asked).toEqual([])
  },

  proxy: ({ outside }, use) => use({ server: `http://${outside.address}`, bypass: '127.0.0.1' }),
})

/** Follows a link, also to another origin, and waits until the SDK has started there. */
export const follow = async (page: Page, address: string): Promise<void> => {
  // Firefox does not put a page with a pending request into the back/forward cache. Playwright may
  // miss the load event of a restored page.
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {})
  await page.evaluate(to => {
    window.noted = []
    const note = ({ persisted }: PageTransitionEvent) => window.noted?.push(persisted)
    window.addEventListener('pageshow', note, { once: true })
    location.href = to
  }, address)
  await isAt(page, address)
}

/** Polls, because in Firefox Playwright does not notice some restored pages. */
export const isAt = (page: Page, address: string): Promise<unknown> =>
  page.waitForFunction(to => location.href === to && window.spaceoneConsent?.version, address)

/** Goes back, and checks that the page was restored from the back/forward cache. */
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
