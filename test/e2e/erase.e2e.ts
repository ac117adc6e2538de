import { expect } from '@playwright/test'
import { PORTAL } from '../support/portal-site.ts'
import { SDK_PAGE } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** Opens a page without the SDK, and stores data, some under names like the SDK's. */
const hostStores = async (visitor: Visitor) => {
  const { page } = visitor
  visitor.serves({ html: '<title>Host</title>' })
  await page.goto(SDK_PAGE)
  await page.evaluate(async () => {
    const names = 'session spaceone spaceone_consents spaceone_consent_theme x.history'
    for (const name of names.split(' ')) {
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

const everythingStored = async ({ context, page }: Visitor) => {
  const { cookies, origins } = await context.storageState({ indexedDB: true })
  const inPage = await page.evaluate(async () => ({
    session: Object.entries(sessionStorage).sort(),
    cached: (await (await caches.open('host')).keys()).map(({ url }) => url),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
  }))
  const stored = [...cookies, ...origins.flatMap(({ localStorage }) => localStorage)]
  const inOrder = stored.map(one => JSON.stringify(one)).sort()
  return { ...inPage, inOrder, databases: origins.map(one => Reflect.get(one, 'indexedDB')) }
}

test('after erase() the browser stores the same as before the first visit, and the banner asks as on a first visit [25]', async ({
  visitor,
  page,
}) => {
  const { banner } = visitor
  const stored = () => everythingStored(visitor)
  await hostStores(visitor)
  const before = await stored()
  expect(before).toMatchObject({
    cached: [`${PORTAL}/cached`],
    databases: [[{ name: 'host' }]],
  })

  await visitor.opensPortal()
  await expect(banner).toBeVisible()
  await visitor.sendsNothing()
  expect(await stored()).toEqual(before)

  await visitor.accepts()
  await expect.poll(visitor.events).toEqual(['page_view'])
  await visitor.chooses('analytics', false)
  await visitor.opensSettings()
  await visitor.openGuide.click()
  await expect(visitor.guide).toBeVisible()
  await visitor.close.click()
  await visitor.goes('/ko/')
  await visitor.chooses('analytics', true)
  await expect.poll(() => visitor.events().length).toBeGreaterThan(1)
  expect(await page.evaluate(() => window.spaceoneConsent.history().length)).toBe(3)
  // Entries of undelivered events, under the names that today's code and version 0.1 give them.
  await page.evaluate(() => {
    for (const name of ['outgoing', 'outbox'])
      localStorage.setItem(`spaceone_consent.${name}.1`, '')
  })
  expect(await stored()).not.toEqual(before)

  const ofGoogle = await page.evaluate(() => {
    window.gtag('event', 'queued')
    window.spaceoneConsent.erase()
    return document.cookie.match(/\b_ga\w*/g)
  })
  expect(ofGoogle).toBeNull()
  await visitor.sendsNothing(async () => {
    // The page sees deleted cookies at once. Playwright may see them a moment longer.
    await expect.poll(stored).toEqual(before)
    expect(await page.evaluate(() => window.spaceoneConsent.history())).toEqual([])
    await expect(banner).toBeVisible()
    await visitor.settles()
    await visitor.goes('/en/pricing.html')
    await expect(banner).toBeVisible()
  })
  expect(await stored()).toEqual(before)
})
