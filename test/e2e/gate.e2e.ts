import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { BATCH, cookieNames, waitForBatch } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

const COLLECT = 'https://www.google-analytics.com/g/collect?v=2&en=own'

/** Tries to reach an address in every way that the guard watches, and says what it got. */
const reach = (page: Page, address: string) =>
  page.evaluate(async url => {
    const request = (isAsync: boolean) =>
      new Promise<number>(resolve => {
        const xhr = new XMLHttpRequest()
        xhr.open('POST', url, isAsync)
        xhr.onload = () => resolve(xhr.status)
        xhr.onerror = () => resolve(-1)
        xhr.send('x')
      })
    const image = () =>
      new Promise<string>(resolve => {
        const pixel = new Image()
        pixel.onload = () => resolve('load')
        pixel.onerror = () => resolve('error')
        pixel.src = url
      })
    return {
      fetch: (await fetch(url, { mode: 'no-cors', method: 'POST', keepalive: true })).status,
      fetchUrl: (await fetch(new URL(url), { mode: 'no-cors' })).status,
      fetchRequest: (await fetch(new Request(url, { mode: 'no-cors' }))).status,
      beacon: navigator.sendBeacon(url, 'x'),
      xhr: await request(true),
      image: await image(),
    }
  }, address)

test('an address that only looks like Google is none of ours', { tag: '@firefox' }, async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
  const statuses = await page.evaluate(async () => [
    (await fetch('/icon.svg?u=https://www.google-analytics.com/g/collect')).status,
    await fetch('https://www.google-analytics.com.evil.test/g/collect').then(
      () => 'answered',
      () => 'reached the network',
    ),
  ])
  expect(statuses).toEqual([200, 'reached the network'])
  expect(site.outside).toEqual(['https://www.google-analytics.com.evil.test/g/collect'])
})

test('elements that take the names of what we read change nothing [48]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, { batch: BATCH })
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.evaluate(() => {
    window.gtag('event', 'queued')
    for (const name of ['cookie', 'baseURI']) {
      const image = document.createElement('img')
      image.name = name
      document.body.append(image)
    }
    window.spaceoneConsent.withdraw('analytics')
  })
  site.google.length = 0
  await reach(page, COLLECT)
  await waitForBatch(page)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  await page.reload()
  await page.waitForFunction(() => window.spaceoneConsent.version)
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
  expect(site.google).toEqual([])
})
