import { expect, type Page } from '@playwright/test'
import { follow, goBack } from '../support/back-button.ts'
import { test } from '../support/receiver.ts'
import type { Visitor } from '../support/visitor.ts'

/** The properties of `host` that have the address of its page with the script tag, and with npm. */
const WAYS = ['tagPage', 'npmPage'] as const

const localStorageOf = (page: Page) => page.evaluate(() => ({ ...localStorage }))

/** The `localStorage` keys of undelivered decisions and, after a failure, of the waiting time. */
const waitingIn = async (page: Page) =>
  Object.keys(await localStorageOf(page)).filter(key => key.includes('.out'))

const isDelivered = ({ page }: Visitor) => expect.poll(() => waitingIn(page)).toEqual([])

for (const way of WAYS) {
  const tag = way === 'npmPage' ? '@full' : []

  test(`${way}: no refusal is delivered, unless the site says so, a grant is delivered once, and a withdrawal names its receipt, which is then deleted from the browser [19, 21]`, {
    tag,
  }, async ({ visitor, page, context, host }) => {
    const stored = async () =>
      JSON.stringify([await visitor.recorded(), await localStorageOf(page)])
    const reloads = async () => {
      // When a page is left, Firefox reports the files that are still loading as missing.
      if (way === 'npmPage') await expect(visitor.settingsButton).toBeVisible()
      await visitor.reloads()
    }
    await context.addCookies([{ name: 'session', value: 'secret', url: host[way] }])
    await visitor.goes(`${host[way]}?q=private`)
    await visitor.rejects()
    await reloads()
    expect(host.received).toEqual([])
    expect(host.files).not.toContain('evidence.js')

    await visitor.decides(true)
    await expect.poll(() => host.received).toHaveLength(1)
    const [given] = host.received
    const { r: receipt, ...record } = (await visitor.recorded()) ?? {}
    expect(given).toEqual({ v: 1, id: expect.any(String), type: 'give', receipt, record })
    // The request has no cookie and no referrer, and its body names neither page nor browser.
    const [headers] = host.headers
    for (const name of ['cookie', 'referer']) expect(headers).not.toHaveProperty(name)
    expect(headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' })
    expect(JSON.stringify(given)).not.toMatch(/private|secret|Mozilla|127\.0\.0\.1/)
    await reloads()
    expect(await stored()).toContain(receipt)
    expect(await stored()).not.toContain(given?.id)

    await visitor.decides(false)
    await expect.poll(() => host.received).toHaveLength(2)
    expect(host.received[1]).toMatchObject({ type: 'withdraw', ends: receipt })
    await expect.poll(stored).not.toContain(receipt)
    await isDelivered(visitor)
    host.files.length = 0
    await reloads()
    await page.evaluate(() => window.spaceoneConsent.openPreferences())
    await expect(visitor.preferences).toBeVisible()
    expect(host.files).not.toContain('evidence.js')
    expect(visitor.faults).toEqual([])
    if (way === 'npmPage') return
    host.attributes = 'data-delivery-refusals'
    await visitor.reloads()
    await visitor.decides(false)
    await expect.poll(() => host.received[2]).toMatchObject({ type: 'refuse' })
    expect(host.received[2]).not.toHaveProperty('receipt')
  })

  test(`${way}: a decision made offline is delivered once when the page is online again [21]`, {
    tag,
  }, async ({ visitor, page, context, host }) => {
    await visitor.goes(host[way])
    await context.setOffline(true)
    await visitor.decides(true)
    await expect.poll(() => waitingIn(page)).toHaveLength(1)
    expect(await visitor.isGranted()).toBe(true)
    expect(host.received).toEqual([])
    // With the script tag, the file that delivers cannot be loaded offline, so a new page delivers.
    // With npm, the code is loaded and the `online` event delivers.
    if (way === 'tagPage') {
      const missing = expect.stringMatching(/evidence\.js (could not|(Type)?Error)/)
      await expect.poll(() => visitor.warnings).toContainEqual(missing)
    }
    await context.setOffline(false)
    if (way === 'tagPage') await page.reload()
    await isDelivered(visitor)
    await visitor.reloads()
    expect(host.received).toMatchObject([{ type: 'give' }])
  })

  test(`${way}: two open tabs deliver each event once in all [21]`, { tag: '@full' }, async ({
    visitor,
    host,
  }) => {
    host.answer = () => ({ status: 503, headers: { 'Retry-After': '2' } })
    const other = await visitor.opensTab()
    for (const tab of [visitor, other]) await tab.goes(host[way])
    await visitor.decides(true)
    await expect.poll(() => host.received).toHaveLength(1)
    await expect.poll(() => other.isGranted()).toBe(true)
    await other.decides(false)
    await visitor.decides(true)
    await visitor.decides(false)
    await expect.poll(() => waitingIn(other.page)).toHaveLength(5)
    const before = host.received.length
    host.answer = () => ({ status: 204 })
    // After one tab has removed an entry, the other tab may still see it for a moment.
    for (const tab of [other, visitor]) await isDelivered(tab)
    for (const tab of [visitor, other]) await tab.goes(host[way])
    const kept = host.received.slice(before)
    expect(kept.map(({ type }) => type)).toEqual(['give', 'withdraw', 'give', 'withdraw'])
    const [first, second, third, fourth] = kept
    expect([second?.ends, fourth?.ends]).toEqual([first?.receipt, third?.receipt])
  })
}

test('a page with an undelivered event enters the back/forward cache, and goes on delivering when restored', {
  tag: ['@full', '@whole-chromium'],
}, async ({ visitor, page, host }) => {
  host.answer = () => ({ status: 503 })
  await visitor.goes(host.tagPage)
  await visitor.decides(true)
  await expect.poll(() => waitingIn(page)).toHaveLength(2)
  await follow(page, `${host.tagPage}?next`)
  await goBack(page, host.tagPage)
  host.answer = () => ({ status: 204 })
  await isDelivered(visitor)
})

test('a visitor who leaves before the frame after the click has started no service, the decision is delivered, and the service starts in the restored page [21]', {
  tag: ['@full', '@whole-chromium'],
}, async ({ visitor, page, host }) => {
  await visitor.goes(host.npmPage)
  // Firefox keeps no page whose files are still loading. The answer draws the settings button.
  await page.evaluate(() => window.spaceoneConsent.openPreferences())
  await expect(visitor.preferences).toBeVisible()
  await page.evaluate(() => window.spaceoneConsent.close())
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    const { requestAnimationFrame: frame, setTimeout: wait } = window
    // No frame comes before the page is restored, however slow the machine is.
    window.requestAnimationFrame = run => {
      addEventListener('pageshow', () => frame(run), { once: true })
      return 0
    }
    Object.assign(window, {
      setTimeout: (run: TimerHandler, ms = 0) => wait(run, ms < 1000 ? ms : 600_000),
    })
    window.noted = []
    addEventListener('pageshow', ({ persisted }) =>
      window.noted?.push(persisted, document.title === 'Chat'),
    )
    window.spaceoneConsent.acceptAll()
  })
  expect(await visitor.isGranted()).toBe(true)
  expect(await page.title()).not.toBe('Chat')
  expect(host.received).toEqual([])
  await page.goto(new URL('/elsewhere', host.npmPage).href)
  await expect.poll(() => host.received).toMatchObject([{ type: 'give' }])
  await page.evaluate(() => void setTimeout(() => history.back()))
  await visitor.isStarted()
  await expect.poll(visitor.notes).toEqual([true, false])
  // In Firefox `page.title()` stays empty on a restored page.
  await expect.poll(() => page.evaluate(() => document.title)).toBe('Chat')
})
