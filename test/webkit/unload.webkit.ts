import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { startPortalServer } from '../../scripts/portal-server.mjs'
import { type Outside, startOutside } from './start-outside.ts'
import { startWebKit, type WebKit } from './start-webkit.ts'
import { WebKitView } from './webkit-view.ts'

/**
 * A time after which the tag has sent all events, in milliseconds. The tag collects events for five
 * seconds.
 */
const LONGER_THAN_BATCH_MS = 7000
/** The longest time that tests wait for a condition, for a busy machine, in milliseconds. */
const PATIENCE = { timeout: 20_000 }

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

/** Returns the names of the events that Google's stand-in has received, oldest first. */
const events = () => portal.requests.flatMap(({ event }) => (event ? event.split(',') : []))
const forget = () => {
  portal.requests.length = 0
}

const decide = (answer: 'grant' | 'withdraw') =>
  view.run(answer => window.spaceoneConsent.decide({ analytics: answer === 'grant' }), answer)
const push = (event: string) => view.run(event => window.gtag('event', event), event)
const isGranted = () => view.run(() => window.spaceoneConsent.isGranted('analytics'))

const agree = async () => {
  await view.visit('/en/')
  await decide('grant')
  await expect.poll(events, PATIENCE).toEqual(['page_view'])
  forget()
}

test('after a withdrawal just before the page is left nothing is sent [23]', async () => {
  await agree()
  await view.run(() => {
    window.gtag('event', 'queued')
    window.spaceoneConsent.withdraw('analytics')
  })
  await view.visit('/en/pricing.html')
  await sleep(LONGER_THAN_BATCH_MS)
  expect(portal.requests).toEqual([])
  expect(await view.cookieNames()).toEqual(['spaceone_consent'])
  expect(await isGranted()).toBe(false)
})

test('while granted, a tab that is closed sends its queued events', async () => {
  await agree()
  const first = await view.tab()
  await view.openTab()
  await view.visit('/en/pricing.html')
  await expect.poll(events, PATIENCE).toContain('page_view')
  await push('queued')
  await view.closeTab(first)
  await expect.poll(events, PATIENCE).toContain('queued')
})

test('a withdrawal silences every other tab, and after a new grant the tabs send only later events [23, 57]', async () => {
  await agree()
  const staying = await view.tab()
  const closing = await view.openTab()
  await view.visit('/en/pricing.html')
  const choosing = await view.openTab()
  await view.visit('/en/privacy.html')
  await expect.poll(() => events().filter(name => name === 'page_view'), PATIENCE).toHaveLength(2)

  await view.switchTo(staying)
  await push('queued')
  await view.switchTo(closing)
  await push('queued')
  await view.switchTo(choosing)
  await decide('withdraw')
  forget()
  await view.switchTo(closing)
  await view.closeTab(choosing)
  await sleep(LONGER_THAN_BATCH_MS)
  await push('in between')
  await view.switchTo(staying)
  await push('in between')
  await sleep(500)
  expect(portal.requests).toEqual([])
  expect(await view.cookieNames()).toEqual(['spaceone_consent'])
  expect(await isGranted()).toBe(false)

  await view.switchTo(choosing)
  await decide('grant')
  await view.switchTo(staying)
  await expect.poll(isGranted, PATIENCE).toBe(true)
  await push('again')
  await expect.poll(events, PATIENCE).toContain('again')
  expect(events().filter(name => name !== 'user_engagement')).toEqual(['again'])
})
