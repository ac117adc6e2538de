import { type BrowserContext, expect, type Page } from '@playwright/test'
import { follow, goBack, keepingTest as test } from '../support/back-button.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { recordIn } from '../support/record.ts'

const DAY = 86_400_000

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

const SHOP = 'https://www.shop.co.kr/en/'
const MOBILE = 'https://m.shop.co.kr/en/'

const started = (page: Page) => page.waitForFunction(() => window.spaceoneConsent?.version)

const isGranted = (page: Page) => page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))

const decide = (page: Page, analytics: boolean) =>
  page.evaluate(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

/**
 * Waits by polling in the page: Playwright's own wait expects a load event, which Firefox does not
 * fire for a restored page.
 */
const seesBanner = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('spaceone-consent') ?? {}
    return shadowRoot?.querySelector('#banner')?.checkVisibility() === true
  })

/** Two subdomains of one site that share one record cookie. */
const playShop = (context: BrowserContext) =>
  playPortal(context, {
    origin: [SHOP, MOBILE].map(address => new URL(address).origin),
    tag: tag => tag.replace('<script', '<script data-cookie-domain=".shop.co.kr"'),
    // The test removes the portal's live panel: its open request keeps a page out of the
    // back/forward cache.
    page: html => html.replace(/<script src="\/watch\.js".*?<\/script>/, ''),
  })

/** Removes `cookieStore`, as in older browsers, which fire no event when a cookie changes. */
const withoutCookieStore = (context: BrowserContext) =>
  context.addInitScript(() => void Reflect.deleteProperty(window, 'cookieStore'))

for (const [browser, prepare] of [
  ['a browser that tells of cookies', async () => {}],
  ['one that tells of storage alone', withoutCookieStore],
] as const)
  test(`in ${browser} a decision in one tab closes the banner and starts and stops services in the other tab [57]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    await prepare(context)
    const site = await playPortal(context)
    const other = await context.newPage()
    const view = new ConsentView(other)
    for (const tab of [page, other]) await tab.goto(`${PORTAL}/en/`)
    await expect(view.banner).toBeVisible()
    expect(await other.evaluate(() => 'cookieStore' in window)).toBe(prepare !== withoutCookieStore)

    await decide(page, true)
    await expect(view.banner).toBeHidden()
    await expect.poll(() => site.events()).toEqual(['page_view', 'page_view'])
    await decide(page, false)
    await expect.poll(() => isGranted(other)).toBe(false)
    await page.evaluate(() => window.spaceoneConsent.erase())
    await expect(view.banner).toBeVisible()
    await decide(page, false)
    await expect(view.banner).toBeHidden()
    expect(await isGranted(other)).toBe(false)
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  })

test('a decision on one subdomain under co.kr is known at once in a tab on another subdomain [56, 57]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playShop(context)
  const other = await context.newPage()
  const view = new ConsentView(other)
  await page.goto(SHOP)
  await other.goto(MOBILE)
  await expect(view.banner).toBeVisible()
  await decide(page, false)
  await expect(view.banner).toBeHidden()
  expect(site.google).toEqual([])
  await decide(page, true)
  await expect.poll(() => site.events()).toEqual(['page_view', 'page_view'])
  await decide(other, false)
  await expect.poll(() => isGranted(page)).toBe(false)
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})

test('in a browser without cookie events a decision on another subdomain is known when the visitor returns to the tab', {
  tag: '@firefox',
}, async ({ context, page }) => {
  await withoutCookieStore(context)
  const site = await playShop(context)
  const other = await context.newPage()
  const view = new ConsentView(other)
  await page.goto(SHOP)
  await other.goto(MOBILE)
  await expect(view.banner).toBeVisible()
  await decide(page, true)
  // Firefox may return to the other tab by itself, when its window opens late.
  await expect.poll(() => site.events()).toContain('page_view')
  // Playwright keeps every Chromium page visible, so the test dispatches the visibility change
  // itself.
  const comeBack = () => other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await comeBack()
  await expect(view.banner).toBeHidden()
  await expect.poll(() => site.events()).toEqual(['page_view', 'page_view'])
  await decide(page, false)
  await comeBack()
  expect(await isGranted(other)).toBe(false)
})

for (const [browser, prepare] of [
  ['a browser that tells of cookies', async () => {}],
  ['one that does not', withoutCookieStore],
] as const)
  test(`in ${browser} a page that the back button restores shows the decision made on another subdomain meanwhile [57]`, {
    tag: ['@firefox', '@whole-chromium'],
  }, async ({ context, page }) => {
    await prepare(context)
    const site = await playShop(context)
    const views = () => site.events().filter(name => name === 'page_view').length
    await page.goto(SHOP)
    await expect.poll(() => seesBanner(page)).toBe(true)

    await follow(page, MOBILE)
    await decide(page, false)
    await goBack(page, SHOP)
    await expect.poll(() => seesBanner(page)).toBe(false)
    expect(site.google).toEqual([])

    await follow(page, MOBILE)
    await decide(page, true)
    await expect.poll(views).toBe(1)
    await goBack(page, SHOP)
    expect(await isGranted(page)).toBe(true)
    await expect.poll(views).toBe(2)

    await follow(page, MOBILE)
    await expect.poll(views).toBe(3)
    await page.evaluate(() => window.spaceoneConsent.erase())
    const sent = site.google.length
    await goBack(page, SHOP)
    await expect.poll(() => seesBanner(page)).toBe(true)
    await page.evaluate(() => window.gtag('event', 'restored'))
    await page.waitForTimeout(SETTLE)
    expect(await isGranted(page)).toBe(false)
    expect(site.google.length).toBe(sent)
    expect(await cookieNames(context)).toEqual([])
  })

/** Opens a page whose clock the test controls, with analytics granted. */
const agreeUnderClock = async (context: BrowserContext, page: Page) => {
  await page.clock.install()
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await started(page)
  await decide(page, true)
  // The page's clock stands still between the steps at which the test moves the clock forward.
  await page.clock.runFor(1000)
  await expect.poll(() => site.scripts().length).toBe(1)
  const record = await recordIn(context)
  return { site, view, record, decidedAt: (record?.t ?? 0) * 1000 }
}

/** Checks that nothing runs, that the banner asks, and that the stored record is unchanged. */
const expectExpired = async (
  context: BrowserContext,
  page: Page,
  { site, view, record }: Awaited<ReturnType<typeof agreeUnderClock>>,
) => {
  const sent = site.google.length
  expect(await isGranted(page)).toBe(false)
  await expect(view.banner).toBeVisible()
  await page.evaluate(() => window.gtag('event', 'late'))
  await page.clock.runFor(10_000)
  await page.waitForTimeout(SETTLE)
  expect(site.google.length).toBe(sent)
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  expect(await recordIn(context)).toEqual(record)
  const { status, record: read } = await page.evaluate(() => window.spaceoneConsent.$state.get())
  expect([status, read?.e]).toEqual(['expired', record?.e])
}

test('a decision expires while its page is open, and the banner asks again [27]', async ({
  context,
  page,
}) => {
  const agreed = await agreeUnderClock(context, page)
  for (const days of [20, 40, 60, 80, 100, 120, 140, 160, 180]) {
    await page.clock.fastForward(20 * DAY)
    expect(await isGranted(page), `after ${days} days`).toBe(true)
  }
  await expect(agreed.view.banner).toBeHidden()
  expect(await recordIn(context)).toEqual(agreed.record)
  await page.clock.fastForward(20 * DAY)
  await expectExpired(context, page, agreed)
})

for (const [what, look] of [
  ['on the return to the page', (page: Page) => comeBack(page)],
  ['within the hour on a page that stays open', (page: Page) => page.clock.fastForward(3_600_000)],
] as const)
  test(`after ${what}, a clock set past the expiry ends the grant, and a clock set back changes nothing`, async ({
    context,
    page,
  }) => {
    const agreed = await agreeUnderClock(context, page)
    for (const away of [-3_600_000, 183 * DAY, -3_600_000]) {
      await page.clock.setSystemTime(agreed.decidedAt + away)
      await comeBack(page)
      expect(await isGranted(page)).toBe(true)
      expect(await recordIn(context)).toEqual(agreed.record)
    }
    await page.clock.setSystemTime(agreed.decidedAt + 185 * DAY)
    await look(page)
    await expectExpired(context, page, agreed)
  })

const comeBack = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))
