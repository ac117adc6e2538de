import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { startPortalServer } from '../../scripts/portal-server.mjs'
import { type Outside, startOutside } from './start-outside.ts'
import { startWebKit, type WebKit } from './start-webkit.ts'
import { WebKitView } from './webkit-view.ts'

/** The time for which the test watches that a view does not appear, in milliseconds. */
const MOMENT_MS = 500
/**
 * A time after which the tag has sent all events, in milliseconds. The tag collects events for five
 * seconds.
 */
const BATCH_MS = 6000

let webkit: WebKit
let portal: Awaited<ReturnType<typeof startPortalServer>>
let outside: Outside
let view: WebKitView

beforeAll(async () => {
  webkit = await startWebKit()
  return webkit.stop
})

beforeEach(async () => {
  portal = await startPortalServer({ port: 0 })
  outside = await startOutside()
  const client = await webkit.open(outside.address)
  view = new WebKitView(client, portal.address)
  return async () => {
    await client.deleteSession()
    await Promise.all([portal.close(), outside.close()])
    expect(outside.asked).toEqual([])
  }
})

const scripts = () => portal.requests.filter(({ kind }) => kind === 'script')
/** Returns the names of the events that Google's stand-in has received, oldest first. */
const events = () => portal.requests.flatMap(({ event }) => (event ? event.split(',') : []))

const rejectOnBanner = async () => {
  await view.click('reject-all')
  await view.waitUntilGone('banner')
}

test('the first visit asks in Korean, and nothing is requested or stored [1, 2, 4, 14]', async () => {
  await view.visit('/ko/')
  await view.waitUntilShown('banner')
  await view.run(() => window.scrollTo(0, 2000))
  await view.visit('/ko/pricing.html')
  await view.waitUntilShown('banner')
  await sleep(MOMENT_MS)
  expect(portal.requests).toEqual([])
  expect(await view.cookieNames()).toEqual([])
  expect(await view.textOf('reject-all')).toBe('거부')
  expect(await view.textOf('accept-all')).toBe('동의')
})

test('the refusal is stored, and nothing is requested [2, 27]', async () => {
  await view.visit('/ko/')
  await rejectOnBanner()
  await view.reload()
  await sleep(MOMENT_MS)
  expect(await view.isShown('banner')).toBe(false)
  expect(portal.requests).toEqual([])
  expect(await view.cookieNames()).toEqual(['spaceone_consent'])
})

test('granting analytics in the settings loads the tag once, with the advertising signals denied [13, 17]', async () => {
  await view.visit('/ko/')
  await rejectOnBanner()
  await view.openSettings()
  expect(await view.isOn('switch-analytics')).toBe(false)
  await view.click('switch-analytics')
  await sleep(MOMENT_MS)
  expect(portal.requests).toEqual([])
  await view.click('save')
  await expect.poll(events).toEqual(['page_view'])
  expect(scripts().map(({ address }) => address)).toEqual(['/google/gtag/js?id=G-PORTAL2024'])
  expect(portal.requests.at(-1)?.gcs).toBe('G101')
  expect(await view.cookieNames()).toEqual(['_ga', '_ga_PORTAL2024', 'spaceone_consent'])
})

test('on the next page the tag runs and the banner does not ask, and events queued on the first page were sent when it was left', async () => {
  await view.visit('/ko/')
  await view.click('accept-all')
  await expect.poll(events).toEqual(['page_view'])
  await view.run(() => window.gtag('event', 'waiting'))
  await view.visit('/ko/pricing.html')
  await sleep(MOMENT_MS)
  expect(await view.isShown('banner')).toBe(false)
  await expect.poll(() => events().filter(name => name === 'page_view')).toHaveLength(2)
  expect(events()).toContain('waiting')
  expect(events()).toContain('user_engagement')
})

test('withdrawing silences the tag at once, including an event already queued and the event for leaving the page [23]', async () => {
  await view.visit('/ko/')
  await view.click('accept-all')
  await expect.poll(events).toEqual(['page_view'])
  await view.openSettings()
  expect(await view.isOn('switch-analytics')).toBe(true)
  await view.click('switch-analytics')
  await view.run(() => window.gtag('event', 'queued'))
  const before = portal.requests.length
  await view.click('save')
  await view.waitUntilGone('preferences')
  await view.run(() => window.gtag('event', 'late'))
  await sleep(BATCH_MS)
  await view.visit('/ko/privacy.html')
  await sleep(MOMENT_MS)
  expect(portal.requests.slice(before)).toEqual([])
  expect(await view.isShown('banner')).toBe(false)
  expect(await view.cookieNames()).toEqual(['spaceone_consent'])
})

test.each([
  ['/en/', 'Reject', 'Accept'],
  ['/ja/', '拒否', '同意'],
])('the banner on %s is in the language of the page [14]', async (path, reject, accept) => {
  await view.visit(path)
  expect(await view.textOf('reject-all')).toBe(reject)
  expect(await view.textOf('accept-all')).toBe(accept)
  expect(portal.requests).toEqual([])
})
