import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

/**
 * A page of the site without the SDK, with the site's own stored data, some of it under names like
 * the SDK's.
 */
const hostStores = async (context: BrowserContext, page: Page) => {
  await context.route(`${PORTAL}/before`, route =>
    route.fulfill({ contentType: 'text/html', body: '<title>Host</title>' }),
  )
  await page.goto(`${PORTAL}/before`)
  await page.evaluate(async () => {
    const names = [
      'session',
      'spaceone',
      'spaceone_consents',
      'spaceone_consent_theme',
      'x.history',
    ]
    for (const name of names) {
      document.cookie = `${name}=host; path=/; max-age=9999`
      localStorage.setItem(name, 'host')
      localStorage.setItem(`${name}.history`, 'host')
      sessionStorage.setItem(name, 'host')
    }
    document.cookie = 'parent=host; path=/; domain=spaceone.test'
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('host', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('rows').put('host', 'row')
      request.onsuccess = () => resolve(request.result.close())
      request.onerror = reject
    })
    const cache = await caches.open('host')
    await cache.put('/cached', new Response('host'))
  })
}

/** Returns everything that the browser has stored for the page. */
const everythingStored = async (context: BrowserContext, page: Page) => {
  const cookies = (await context.cookies())
    .map(({ name, value, domain, path }) => [name, value, domain, path].join(' '))
    .sort()
  const inPage = await page.evaluate(async () => {
    const entries = (storage: Storage) => Object.entries(storage).sort()
    const databases = await indexedDB.databases()
    const cached = await Promise.all(
      (await caches.keys()).map(async name => [
        name,
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ]),
    )
    const workers = await navigator.serviceWorker.getRegistrations()
    return {
      local: entries(localStorage),
      session: entries(sessionStorage),
      databases: databases.map(({ name, version }) => `${name} ${version}`),
      cached,
      workers: workers.length,
      name: window.name,
    }
  })
  return { cookies, ...inPage }
}

test('after erase() the browser stores the same as before the first visit, and the banner asks as on a first visit [25]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await hostStores(context, page)
  const before = await everythingStored(context, page)
  expect(before).toMatchObject({ databases: ['host 1'], cached: [['host', [`${PORTAL}/cached`]]] })

  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  expect(await everythingStored(context, page)).toEqual(before)

  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await view.choose('analytics', false)
  await view.settingsLink.click()
  await view.openGuide.click()
  await expect(view.guide).toBeVisible()
  await view.close.click()
  await page.goto(`${PORTAL}/ko/`)
  await view.choose('analytics', true)
  await expect.poll(() => site.events().length).toBeGreaterThan(1)
  expect(await page.evaluate(() => window.spaceoneConsent.history().length)).toBe(3)
  // Entries of undelivered events, as delivery and 0.1 store them while the endpoint is down.
  await page.evaluate(() => {
    for (const name of ['outgoing', 'outbox'])
      localStorage.setItem(`spaceone_consent.${name}.1`, '')
  })
  const during = await everythingStored(context, page)
  expect(during).not.toEqual(before)

  const ofGoogle = await page.evaluate(() => {
    window.gtag('event', 'queued')
    window.spaceoneConsent.erase()
    return document.cookie.match(/\b_ga\w*/g)
  })
  const sent = site.google.length
  expect(ofGoogle).toBeNull()
  // The page sees deleted cookies at once. Playwright may see them a moment longer, so the test
  // polls.
  await expect.poll(() => everythingStored(context, page)).toEqual(before)
  expect(await page.evaluate(() => window.spaceoneConsent.history())).toEqual([])
  await expect(view.banner).toBeVisible()

  await test.step('nothing is stored again, on this page or on the next', async () => {
    await page.waitForTimeout(SETTLE)
    await page.goto(`${PORTAL}/en/pricing.html`)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google.length).toBe(sent)
    expect(await everythingStored(context, page)).toEqual(before)
  })
})

test('erase() in one tab stops services and shows the banner in the other tabs [25]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const other = await context.newPage()
  for (const tab of [page, other]) await tab.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view', 'page_view'])
  await other.evaluate(() => window.gtag('event', 'queued'))
  await page.evaluate(() => window.spaceoneConsent.erase())
  const sent = site.google.length
  await expect
    .poll(() => other.evaluate(() => window.spaceoneConsent.isGranted('analytics')))
    .toBe(false)
  await expect(new ConsentView(other).banner).toBeVisible()
  await other.goto('about:blank')
  await page.waitForTimeout(SETTLE)
  expect(site.google.length).toBe(sent)
  expect(await context.cookies()).toEqual([])
})
