import { createHash } from 'node:crypto'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { test } from '../support/receiver.ts'
import { recordIn } from '../support/record.ts'
import { started } from '../support/sdk-page.ts'

/** The address of the page for each way in: script tag and npm. */
const WAYS = ['tagPage', 'npmPage'] as const

/** Returns every key in the page's web storage that starts with the SDK's prefix. */
const storedIn = async (page: Page, context: BrowserContext) => {
  const record = await recordIn(context)
  return JSON.stringify({ record, ...(await page.evaluate(() => ({ ...localStorage }))) })
}

const waitingIn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('.out')))

const accept = (page: Page) => page.evaluate(() => window.spaceoneConsent.acceptAll())
const reject = (page: Page) => page.evaluate(() => window.spaceoneConsent.rejectAll())

const open = async (page: Page, address: string) => {
  await page.goto(address)
  await started(page)
}

for (const way of WAYS) {
  test(`${way}: no refusal is delivered, a grant is delivered once, and a withdrawal names its receipt, which is then deleted from the browser [19, 21]`, async ({
    page,
    context,
    host,
  }) => {
    const { warnings, errors } = listen(page)
    const view = new ConsentView(page)
    await page.goto(host[way])
    await view.rejectAll.click()
    await page.reload()
    await started(page)
    expect(host.received).toEqual([])
    expect(host.files).not.toContain('evidence.js')

    await accept(page)
    await expect.poll(() => host.received).toHaveLength(1)
    const [given] = host.received
    const { r: receipt, ...record } = (await recordIn(context)) ?? {}
    expect(given).toEqual({ v: 1, id: expect.any(String), type: 'give', receipt, record })
    await page.reload()
    await started(page)
    expect(await storedIn(page, context)).toContain(receipt)
    expect(await storedIn(page, context)).not.toContain(given?.id)

    await reject(page)
    await expect.poll(() => host.received).toHaveLength(2)
    expect(host.received[1]).toMatchObject({ type: 'withdraw', ends: receipt })
    await expect.poll(() => storedIn(page, context)).not.toContain(receipt)
    expect(await waitingIn(page)).toEqual([])
    expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
  })

  test(`${way}: a delivery carries no cookie, referrer or other data about the visitor [19]`, async ({
    page,
    context,
    host,
  }) => {
    await context.addCookies([{ name: 'session', value: 'secret', url: host[way] }])
    await open(page, `${host[way]}?q=private`)
    await accept(page)
    await expect.poll(() => host.headers).toHaveLength(1)
    const [headers] = host.headers
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
    expect(headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' })
    expect(JSON.stringify(host.received)).not.toMatch(/private|secret|Mozilla|127\.0\.0\.1/)
  })

  test(`${way}: a decision made offline is delivered once when the page is online again [21]`, async ({
    page,
    context,
    host,
  }) => {
    await open(page, host[way])
    await context.setOffline(true)
    await accept(page)
    await expect.poll(() => waitingIn(page)).toHaveLength(1)
    expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(true)
    expect(host.received).toEqual([])
    await context.setOffline(false)
    // With the script tag, the file that delivers could not be loaded offline, so a new page
    // delivers. With npm, the code is loaded and the `online` event delivers.
    if (way === 'tagPage') await page.reload()
    await expect.poll(() => waitingIn(page)).toEqual([])
    await page.reload()
    await started(page)
    expect(host.received).toMatchObject([{ type: 'give' }])
  })

  test(`${way}: when the endpoint is down, a later page delivers the event once [21]`, async ({
    page,
    host,
  }) => {
    host.answer = () => ({ status: 503, headers: { 'Retry-After': '1' } })
    await open(page, host[way])
    await accept(page)
    await expect.poll(() => host.received).toHaveLength(1)
    await expect.poll(() => waitingIn(page)).toHaveLength(2)
    await page.reload()
    await started(page)
    const kept: unknown[] = []
    host.answer = document => {
      kept.push(document)
      return { status: 204 }
    }
    await expect.poll(() => waitingIn(page)).toEqual([])
    expect(kept).toEqual([host.received[0]])
  })

  test(`${way}: two open tabs deliver each event once in all [21]`, async ({
    page,
    context,
    host,
  }) => {
    host.answer = () => ({ status: 503, headers: { 'Retry-After': '2' } })
    const other = await context.newPage()
    await open(page, host[way])
    await open(other, host[way])
    await accept(page)
    await expect.poll(() => host.received).toHaveLength(1)
    await expect
      .poll(() => other.evaluate(() => window.spaceoneConsent.isGranted('analytics')))
      .toBe(true)
    await reject(other)
    await accept(page)
    await reject(page)
    await expect.poll(() => waitingIn(other)).toHaveLength(5)
    const kept: typeof host.received = []
    host.answer = document => {
      kept.push(document)
      return { status: 204 }
    }
    // Browsers show a removed entry to the other tab a moment later.
    for (const tab of [other, page]) await expect.poll(() => waitingIn(tab)).toEqual([])
    await open(page, host[way])
    await open(other, host[way])
    expect(kept.map(({ type }) => type)).toEqual(['give', 'withdraw', 'give', 'withdraw'])
    const [first, second, third, fourth] = kept
    expect([second?.ends, fourth?.ends]).toEqual([first?.receipt, third?.receipt])
  })

  test(`${way}: an event of a visitor who leaves right after the click is delivered, at once or by the next page [21]`, async ({
    page,
    host,
  }) => {
    await open(page, host[way])
    await page.evaluate(() => {
      window.spaceoneConsent.acceptAll()
      location.href = '/elsewhere'
    })
    await page.waitForURL('**/elsewhere')
    if (way === 'npmPage') await expect.poll(() => host.received).toHaveLength(1)
    await open(page, host[way])
    await expect.poll(() => waitingIn(page)).toEqual([])
    expect(new Set(host.received.map(({ id }) => id)).size).toBe(1)
  })

  test(`${way}: a page with an undelivered event enters the back/forward cache, and goes on delivering when restored`, {
    tag: '@whole-chromium',
  }, async ({ page, host }) => {
    host.answer = () => ({ status: 503 })
    await page.addInitScript(() => {
      window.noted = []
      addEventListener('pageshow', ({ persisted }) => window.noted?.push(persisted))
    })
    await open(page, host[way])
    await accept(page)
    await expect.poll(() => waitingIn(page)).toHaveLength(2)
    // Firefox does not put a page with a pending request into the back/forward cache.
    await page.waitForLoadState('networkidle')
    await page.goto(new URL('/elsewhere', host[way]).href)
    // Playwright's `goBack` waits for a load event, which a page restored from the back/forward
    // cache does not fire.
    await page.evaluate(() => void setTimeout(() => history.back()))
    await page.waitForFunction(() => window.spaceoneConsent?.$state)
    await expect.poll(() => page.evaluate(() => window.noted)).toEqual([false, true])
    host.answer = () => ({ status: 204 })
    await expect.poll(() => waitingIn(page)).toEqual([])
  })

  test(`${way}: a content security policy that forbids the endpoint causes no error on the page`, async ({
    page,
    host,
  }) => {
    host.pageHeaders = { 'Content-Security-Policy': "connect-src 'none'" }
    const { warnings, errors } = listen(page)
    const view = new ConsentView(page)
    await page.goto(host[way])
    await view.acceptAll.click()
    await expect
      .poll(() => warnings)
      .toEqual([
        expect.stringContaining(
          way === 'tagPage'
            ? '/events is blocked by the Content-Security-Policy of this page. Expected its host in connect-src.'
            : 'delivery-later /events true',
        ),
      ])
    await expect(view.banner).toBeHidden()
    expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(true)
    await page.goto(new URL('/elsewhere', host[way]).href)
    // Firefox logs its own message about the violated policy; the test leaves that message out.
    const ours = errors.filter(error => !error.includes('(connect-src)'))
    expect({ ours, received: host.received }).toEqual({ ours: [], received: [] })
    host.pageHeaders = {}
    await open(page, host[way])
    await expect.poll(() => host.received).toHaveLength(1)
  })

  test(`${way}: erase() delivers the withdrawal and leaves nothing in the browser [25]`, async ({
    page,
    context,
    host,
  }) => {
    await open(page, host[way])
    await accept(page)
    await expect.poll(() => host.received).toHaveLength(1)
    await page.evaluate(() => window.spaceoneConsent.erase())
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({})
    await expect.poll(() => host.received).toHaveLength(2)
    expect(host.received[1]).toMatchObject({ type: 'withdraw', ends: host.received[0]?.receipt })
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({})
    expect(await context.cookies()).toEqual([])
  })

  test(`${way}: an endpoint that asks for notices receives the displayed text, whose hash is the one in the event [18]`, async ({
    page,
    host,
  }) => {
    host.answer = ({ record }) => ({ status: 200, body: { wanted: [record?.h] } })
    const view = new ConsentView(page)
    await page.goto(host[way])
    await view.openPreferences.click()
    await view.switch('analytics').check()
    await view.save.click()
    await expect.poll(() => host.received.map(({ type }) => type)).toEqual(['give', 'notice'])
    const [event, notice] = host.received
    const hash = createHash('sha256').update(`${notice?.text}`).digest('base64url').slice(0, 22)
    expect([event?.record.h, notice?.h]).toEqual([hash, hash])
    expect(JSON.parse(`${notice?.text}`)).toMatchObject({ language: 'en', version: '1' })
    await expect.poll(() => waitingIn(page)).toEqual([])
  })

  test(`${way}: erase() leaves nothing in the browser when the endpoint is down [25]`, async ({
    page,
    host,
  }) => {
    host.answer = () => ({ status: 500 })
    await open(page, host[way])
    await accept(page)
    await expect.poll(() => host.received).toHaveLength(1)
    await page.evaluate(() => window.spaceoneConsent.erase())
    await expect.poll(() => host.received.map(({ type }) => type)).toContain('withdraw')
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({})
  })
}

test('a visitor who leaves before the frame after the click has started no service, the decision is delivered, and the service starts in the restored page [21]', {
  tag: '@whole-chromium',
}, async ({ page, host }) => {
  await open(page, host.npmPage)
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
  expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(true)
  expect(await page.title()).not.toBe('Chat')
  expect(host.received).toEqual([])
  await page.goto(new URL('/elsewhere', host.npmPage).href)
  await expect.poll(() => host.received).toMatchObject([{ type: 'give' }])
  await page.evaluate(() => void setTimeout(() => history.back()))
  await page.waitForFunction(() => window.spaceoneConsent?.$state)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([true, false])
  await expect.poll(() => page.evaluate(() => document.title)).toBe('Chat')
})

test("with the tag's attribute for refusals, a refusal is delivered too", async ({
  page,
  host,
}) => {
  host.attributes = 'data-delivery-refusals'
  await open(page, host.tagPage)
  await reject(page)
  await expect.poll(() => host.received).toMatchObject([{ type: 'refuse' }])
  expect(host.received[0]).not.toHaveProperty('receipt')
})

test('a returning visitor with nothing left to deliver loads no file but consent.js', async ({
  page,
  host,
}) => {
  await open(page, host.tagPage)
  await accept(page)
  await expect.poll(() => waitingIn(page)).toEqual([])
  expect(host.files).toContain('evidence.js')
  host.files.length = 0
  await open(page, host.tagPage)
  await page.evaluate(() => window.spaceoneConsent.openPreferences())
  await expect(new ConsentView(page).preferences).toBeVisible()
  expect(host.files).not.toContain('evidence.js')
})

test('when evidence.js cannot be loaded the decision counts, and a later page delivers the event', async ({
  page,
  context,
  host,
}) => {
  await context.route('**/evidence.js', route => route.abort('blockedbyclient'))
  const { warnings, errors } = listen(page)
  const view = new ConsentView(page)
  await page.goto(host.tagPage)
  await view.acceptAll.click()
  await expect(view.banner).toBeHidden()
  await expect.poll(() => warnings).toEqual([expect.stringContaining('evidence.js')])
  expect(await waitingIn(page)).toHaveLength(1)
  // Firefox logs its own message about a module that could not be loaded; the test leaves that
  // message out.
  expect(errors.filter(error => !/^Loading module/.test(error))).toEqual([])
  expect(host.received).toEqual([])

  await context.unroute('**/evidence.js')
  await open(page, host.tagPage)
  await expect.poll(() => host.received).toMatchObject([{ type: 'give' }])
})

test('an invalid endpoint address is reported with its attribute, and nothing optional runs [51]', async ({
  page,
  host,
}) => {
  const { warnings } = listen(page)
  host.attributes = 'data-x'
  await page.route(host.tagPage, async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      'data-delivery="/events"',
      'data-delivery="//evil.example"',
    )
    await route.fulfill({ response, body })
  })
  await page.goto(host.tagPage)
  await expect
    .poll(() => warnings)
    .toEqual([expect.stringContaining('data-delivery is "//evil.example". Expected https://…')])
  const status = await page.evaluate(() => {
    window.spaceoneConsent.acceptAll()
    return window.spaceoneConsent.$state.get().status
  })
  expect(status).toBe('restricted')
  expect(host.received).toEqual([])
})
