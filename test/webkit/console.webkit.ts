import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { BATCH_MS, type LocalGoogle, startGoogle } from './start-google.ts'
import { startOutside } from './start-outside.ts'
import { startWebKit, type WebKit } from './start-webkit.ts'
import { WebKitView } from './webkit-view.ts'

/** Longer than anything that was queued could take to leave. */
const SETTLED_MS = 3 * BATCH_MS
/** How long a busy machine may take. */
const PATIENCE = { timeout: 20_000 }

/** What `scripts/console.mjs` has built. */
const BUILT = fileURLToPath(new URL('../results/console', import.meta.url))

const CONFIG = {
  GTAG_ID: 'G-CONSOLE2024',
  GTM_ID: 'GTM-CONSOLE',
  CONSENT: { policy: { version: '2024-01-18' } },
}

let webkit: WebKit
let google: LocalGoogle
let view: WebKitView

/** Serves the console with that configuration. */
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
  google = await startGoogle()
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

/** Clicks on something of the console's own. */
const click = (selector: string) =>
  view.run(found => document.querySelector<HTMLElement>(found)?.click(), selector)

const scripts = () =>
  google.requests
    .map(({ pathname }) => pathname)
    .filter(pathname => /js$/.test(pathname))
    .sort()

/** Paths of the pages that Google has been told of, oldest first. */
const views = () =>
  google.requests
    .filter(({ searchParams }) => searchParams.get('en') === 'page_view')
    .map(({ searchParams }) => new URL(`${searchParams.get('dl')}`).pathname)

test('in the console both wrappers wait for the answer, start with it, and fall silent at the withdrawal [2, 23]', async () => {
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
