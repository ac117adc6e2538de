import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { BATCH, cookieNames, waitForBatch } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

const COLLECT = 'https://www.google-analytics.com/g/collect?v=2&en=own'

/**
 * Tries to request an address by every built-in that has an interceptor, and returns the result of
 * each attempt.
 */
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

test('the banner is gone in the frame after the click on Accept, and the tag is requested after that frame, unless the grant is withdrawn before', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  await page.evaluate(async () => {
    window.spaceoneConsent.acceptAll()
    window.spaceoneConsent.erase()
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  })
  expect(site.google).toEqual([])

  await expect(view.banner).toBeVisible()
  await page.evaluate(() => {
    const note = async () => {
      const { shadowRoot } = document.querySelector('spaceone-consent') ?? {}
      const isShown = () => shadowRoot?.querySelector('#banner')?.checkVisibility() === true
      const wasShown = isShown()
      await new Promise(requestAnimationFrame)
      Object.assign(window, { noted: [wasShown, isShown()], frameAt: performance.now() })
    }
    window.addEventListener('click', note, { capture: true, once: true })
  })
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  const { noted, isLater } = await page.evaluate(() => {
    const { noted, frameAt } = window as { noted?: boolean[]; frameAt?: number }
    const files = performance.getEntriesByType('resource')
    const late = files.filter(({ name }) => /start\.js|gtag\/js/.test(name))
    return { noted, isLater: late.map(({ startTime }) => startTime >= (frameAt ?? Infinity)) }
  })
  expect(noted).toEqual([true, false])
  expect(isLater).toEqual([true, true])
})

test('a host whose name only resembles a host of Google is not blocked', {
  tag: '@firefox',
}, async ({ context, page }) => {
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

test('elements whose names or ids equal properties that the SDK reads change nothing [48]', {
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

test('a change of the address while Google is denied is not sent after a new grant [2]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, { batch: BATCH, isEnhanced: true })
  await page.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  const sent = () => site.google.map(({ url }) => url.searchParams.get('dl') ?? '')
  // Google's tag sends the page view 1.1 s after an address change, and reads the disable switch
  // only then.
  for (const gap of [0, 300, 700]) {
    await page.evaluate(async wait => {
      window.spaceoneConsent.withdraw('analytics')
      history.pushState(null, '', `/en/secret-${wait}`)
      await new Promise(resolve => setTimeout(resolve, wait))
      window.spaceoneConsent.decide({ analytics: true })
      window.gtag('event', `after ${wait}`)
    }, gap)
    await page.waitForTimeout(1700)
    expect(sent().filter(address => address.includes('secret'))).toEqual([])
    expect(site.events()).toContain(`after ${gap}`)
  }
  await page.evaluate(() => history.pushState(null, '', '/en/granted'))
  await expect.poll(sent).toContain(`${PORTAL}/en/granted`)
})
