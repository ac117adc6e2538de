import { createHash } from 'node:crypto'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { test } from '../support/receiver.ts'
import { recordIn } from '../support/record.ts'
import { started } from '../support/sdk-page.ts'

/** Both ways in. */
const WAYS = ['tagPage', 'npmPage'] as const

/** Everything that lies in the browser under a name of ours. */
const storedIn = async (page: Page, context: BrowserContext) => {
  const record = await recordIn(context)
  return JSON.stringify({ record, ...(await page.evaluate(() => ({ ...localStorage }))) })
}

const waitingIn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('.outbox')))

const accept = (page: Page) => page.evaluate(() => window.spaceoneConsent.acceptAll())
const reject = (page: Page) => page.evaluate(() => window.spaceoneConsent.rejectAll())

const open = async (page: Page, address: string) => {
  await page.goto(address)
  await started(page)
}

for (const way of WAYS) {
  test(`${way}: a refusal is told nobody, a grant once; a withdrawal names its receipt, which is then nowhere [19, 21]`, async ({
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

  test(`${way}: nothing comes along that tells of the visitor [19]`, async ({
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

  test(`${way}: a decision that is made offline arrives once when the page is online again [21]`, async ({
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
    // There what delivers could not be loaded; here it hears that the page is online.
    if (way === 'tagPage') await page.reload()
    await expect.poll(() => waitingIn(page)).toEqual([])
    await page.reload()
    await started(page)
    expect(host.received).toMatchObject([{ type: 'give' }])
  })

  test(`${way}: an endpoint that is down gets it from a later page, once [21]`, async ({
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

  test(`${way}: two tabs send each event once [21]`, async ({ page, context, host }) => {
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
    await expect.poll(() => waitingIn(other)).toEqual([])
    await open(page, host[way])
    await open(other, host[way])
    expect(kept.map(({ type }) => type)).toEqual(['give', 'withdraw', 'give', 'withdraw'])
    const [first, second, third, fourth] = kept
    expect([second?.ends, fourth?.ends]).toEqual([first?.receipt, third?.receipt])
  })

  test(`${way}: who leaves right after the click is told of, at once or on the next page [21]`, async ({
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

  test(`${way}: a page is kept for the back button while something waits, and goes on afterwards`, async ({
    page,
    host,
  }) => {
    host.answer = () => ({ status: 503 })
    await page.addInitScript(() => {
      window.noted = []
      addEventListener('pageshow', ({ persisted }) => window.noted?.push(persisted))
    })
    await open(page, host[way])
    await accept(page)
    await expect.poll(() => waitingIn(page)).toHaveLength(2)
    await page.goto(new URL('/elsewhere', host[way]).href)
    // Playwright's own waits for a load, and there is none.
    await page.evaluate(() => void setTimeout(() => history.back()))
    await page.waitForFunction(() => window.spaceoneConsent?.$state)
    await expect.poll(() => page.evaluate(() => window.noted)).toEqual([false, true])
    host.answer = () => ({ status: 204 })
    await expect.poll(() => waitingIn(page)).toEqual([])
  })

  test(`${way}: a policy of the page that lets nothing out breaks nothing`, async ({
    page,
    host,
  }) => {
    host.pageHeaders = { 'Content-Security-Policy': "connect-src 'none'" }
    const { warnings, errors } = listen(page)
    const view = new ConsentView(page)
    await page.goto(host[way])
    await view.acceptAll.click()
    await expect.poll(() => warnings).toEqual([expect.stringContaining('was not reached')])
    await expect(view.banner).toBeHidden()
    expect(await page.evaluate(() => window.spaceoneConsent.isGranted('analytics'))).toBe(true)
    await page.goto(new URL('/elsewhere', host[way]).href)
    // What Firefox itself says of the policy.
    const ours = errors.filter(error => !error.includes('(connect-src)'))
    expect({ ours, received: host.received }).toEqual({ ours: [], received: [] })
    host.pageHeaders = {}
    await open(page, host[way])
    await expect.poll(() => host.received).toHaveLength(1)
  })

  test(`${way}: erase() tells of the withdrawal and leaves nothing behind [25]`, async ({
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

  test(`${way}: an endpoint that asks for it gets the text that was shown, with its own hash [18]`, async ({
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

  test(`${way}: with an endpoint that is down, erase() leaves nothing behind either [25]`, async ({
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

test('a refusal is told where the tag asks for it', async ({ page, host }) => {
  host.attributes = 'data-report-refusals'
  await open(page, host.tagPage)
  await reject(page)
  await expect.poll(() => host.received).toMatchObject([{ type: 'refuse' }])
  expect(host.received[0]).not.toHaveProperty('receipt')
})

test('a visitor who has chosen and has nothing to deliver loads nothing more', async ({
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

test('where evidence.js is missing, the choice counts and waits for a page that has it', async ({
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
  // What Firefox itself says of a module that did not come.
  expect(errors.filter(error => !/^Loading module/.test(error))).toEqual([])
  expect(host.received).toEqual([])

  await context.unroute('**/evidence.js')
  await open(page, host.tagPage)
  await expect.poll(() => host.received).toMatchObject([{ type: 'give' }])
})

test('an address that is none is said by its attribute, and nothing optional runs [51]', async ({
  page,
  host,
}) => {
  const { warnings } = listen(page)
  host.attributes = 'data-x'
  await page.route(host.tagPage, async route => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      'data-report="/events"',
      'data-report="//evil.example"',
    )
    await route.fulfill({ response, body })
  })
  await page.goto(host.tagPage)
  await expect.poll(() => warnings).toEqual([expect.stringContaining('data-report')])
  const status = await page.evaluate(() => {
    window.spaceoneConsent.acceptAll()
    return window.spaceoneConsent.$state.get().status
  })
  expect(status).toBe('restricted')
  expect(host.received).toEqual([])
})
