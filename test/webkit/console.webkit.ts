import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { BATCH_MS, type LocalGoogle, startLocalGoogle } from './local-google.ts'
import { startOutside } from './start-outside.ts'
import { startWebKit, type WebKit } from './start-webkit.ts'
import { WebKitView } from './webkit-view.ts'

/** A time after which the stand-in has sent every event that waits, in milliseconds. */
const SETTLED_MS = 3 * BATCH_MS
/** The longest time that tests wait for a condition, for a busy machine, in milliseconds. */
const PATIENCE = { timeout: 20_000 }

/** The folder of the console that `scripts/console.mjs` has built. */
const BUILT = fileURLToPath(new URL('../results/console', import.meta.url))

const CONFIG = {
  GTAG_ID: 'G-CONSOLE2024',
  GTM_ID: 'GTM-CONSOLE',
  CONSENT: { policy: { version: '2024-01-18' } },
}

let webkit: WebKit
let google: LocalGoogle
let view: WebKitView

/** Serves the console with the given configuration. */
const startConsole = async (): Promise<Server> => {
  const files = sirv(BUILT, { single: true })
  const server = createServer((request, response) => {
    if (request.url === '/config/production.json') response.end(JSON.stringify(CONFIG))
    else files(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

beforeAll(async () => {
  webkit = await startWebKit()
  return webkit.stop
})

beforeEach(async () => {
  const server = await startConsole()
  google = await startLocalGoogle()
  const outside = await startOutside(google)
  const client = await webkit.open(outside.address)
  view = new WebKitView(client, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    await client.deleteSession()
    server.close()
    server.closeAllConnections()
    await Promise.all([google.close(), outside.close()])
    expect(outside.asked).toEqual([])
  }
})

/** Clicks on an element of the console. */
const click = (selector: string) =>
  view.run(found => document.querySelector<HTMLElement>(found)?.click(), selector)

const scripts = () =>
  google.requests
    .map(({ pathname }) => pathname)
    .filter(pathname => /js$/.test(pathname))
    .sort()

/** Returns the paths of the pages that Google's stand-in has received, oldest first. */
const views = () =>
  google.requests
    .filter(({ searchParams }) => searchParams.get('en') === 'page_view')
    .map(({ searchParams }) => new URL(`${searchParams.get('dl')}`).pathname)

test('in the console vue-gtag and vue2-gtm wait for the decision, start with the grant, and go silent at the withdrawal [2, 23]', async () => {
  await view.open('/cost-report?token=secret')
  await view.waitUntilShown('banner')
  await sleep(SETTLED_MS)
  expect(google.requests).toEqual([])
  expect(await view.cookieNames()).toEqual([])

  await view.click('accept-all')
  await view.waitUntilGone('banner')
  await expect.poll(views, PATIENCE).toEqual(['/sign-in'])
  await expect.poll(scripts, PATIENCE).toEqual(['/gtag/js', '/gtm.js'])
  await click('.sign-in .primary')
  await expect.poll(views, PATIENCE).toEqual(['/sign-in', '/cost-report'])
  expect(google.requests.filter(({ href }) => href.includes('secret'))).toEqual([])
  expect(await view.cookieNames()).toEqual(['_ga', '_ga_CONSOLE2024', 'spaceone_consent'])

  await click('.account .cookie-settings')
  await view.click('switch-analytics')
  await sleep(SETTLED_MS)
  const before = google.requests.length
  await view.click('save')
  await view.waitUntilGone('preferences')
  await click('.side-menu a[href="/dashboard"]')
  await sleep(SETTLED_MS)
  expect(google.requests.slice(before)).toEqual([])
  expect(await view.cookieNames()).toEqual(['spaceone_consent'])
  await view.open('/dashboard')
  await sleep(SETTLED_MS)
  expect(google.requests.slice(before)).toEqual([])
  expect(await view.isShown('banner')).toBe(false)
})
