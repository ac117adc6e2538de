import { type BrowserContext, expect } from '@playwright/test'
import { test, type Visitor } from '../support/visitor.ts'

const SHOP = 'https://www.shop.co.kr/en/'
const MOBILE = 'https://m.shop.co.kr/en/'

/** Two subdomains of one site that share one record cookie. */
const SHOPS = {
  origin: [SHOP, MOBILE].map(address => new URL(address).origin),
  attributes: 'data-cookie-domain=".shop.co.kr"',
}

const openTwo = async (visitor: Visitor, first: string, second: string) => {
  const other = await visitor.opensTab()
  await visitor.goes(first)
  await other.goes(second)
  await expect(other.banner).toBeVisible()
  return other
}

/** Removes `cookieStore`, as in older browsers, which fire no event when a cookie changes. */
const withoutCookieStore = (context: BrowserContext) =>
  context.addInitScript(() => void Reflect.deleteProperty(window, 'cookieStore'))

// test/everywhere/tabs.ts shows the same where the browser tells of cookies.
test('in a browser that tells of storage alone a decision in one tab closes the banner and starts and stops services in the other tab, and so does erase() [25, 57]', async ({
  visitor,
  context,
}) => {
  await withoutCookieStore(context)
  const other = await openTwo(visitor, '/en/', '/en/')
  expect(await other.page.evaluate(() => 'cookieStore' in window)).toBe(false)
  await visitor.decides(true)
  await expect(other.banner).toBeHidden()
  await expect.poll(visitor.events).toEqual(['page_view', 'page_view'])
  await other.pushes('queued')
  await visitor.page.evaluate(() => window.spaceoneConsent.erase())
  await visitor.sendsNothing(async () => {
    await expect.poll(() => other.isGranted()).toBe(false)
    await expect(other.banner).toBeVisible()
  })
  expect(await visitor.cookies()).toEqual([])
  await visitor.decides(false)
  await expect(other.banner).toBeHidden()
})

for (const isOlder of [false, true])
  test(`in a browser that tells of ${isOlder ? 'storage alone' : 'cookies'} a decision on one subdomain under co.kr is known in a tab on another subdomain, ${isOlder ? 'when the visitor returns to that tab' : 'at once'} [56, 57]`, async ({
    visitor,
    context,
  }) => {
    if (isOlder) await withoutCookieStore(context)
    visitor.servesPortal(SHOPS)
    const other = await openTwo(visitor, SHOP, MOBILE)
    /** Returns to a tab, if the browser does not report decisions in another tab to that tab. */
    const comesBack = async (tab: Visitor) => {
      if (isOlder) await tab.comesBack()
    }
    await visitor.decides(false)
    await comesBack(other)
    await expect(other.banner).toBeHidden()
    expect(visitor.requests()).toEqual([])
    await visitor.decides(true)
    await comesBack(other)
    await expect.poll(visitor.events).toEqual(['page_view', 'page_view'])
    await other.decides(false)
    await comesBack(visitor)
    await expect.poll(() => visitor.isGranted()).toBe(false)
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
  })
