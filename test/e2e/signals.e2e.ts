import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

/** Sets Global Privacy Control on every page that is opened from now on. */
const setGpc = (page: Page) =>
  page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      configurable: true,
      get: () => true,
    }),
  )

/** Waits long enough for requests that a page sends when the visitor leaves. */
const leave = async (page: Page) => {
  await page.goto('about:blank')
  await page.waitForTimeout(300)
}

const state = (page: Page) =>
  page.evaluate(() => {
    const { status, granted, pending, record } = window.spaceoneConsent.$state.get()
    return { status, granted: { ...granted }, pending: [...pending], g: record?.g }
  })

const NOTHING = { granted: { analytics: false }, pending: [] }

test('with Global Privacy Control nothing runs, nothing is asked and nothing is stored [31]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await setGpc(page)
  await page.goto(`${PORTAL}/en/`)
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  await expect(new ConsentView(page).banner).toBeHidden()
  expect(await state(page)).toEqual({ status: 'undecided', ...NOTHING, g: undefined })
})

test('Global Privacy Control that appears after a grant overrides the grant, and a grant given under the signal counts [31]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  expect(await cookieNames(context)).toContain('_ga')

  await setGpc(page)
  await leave(page)
  site.google.length = 0
  await page.goto(`${PORTAL}/en/pricing.html`)
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  await expect(view.banner).toBeHidden()
  expect(await state(page)).toMatchObject({ status: 'undecided', ...NOTHING })

  await view.choose('analytics', true)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  site.google.length = 0
  await page.reload()
  await expect.poll(() => site.events()).toContain('page_view')
  expect(await state(page)).toMatchObject({
    status: 'decided',
    granted: { analytics: true },
    g: 1,
  })
})

test('Global Privacy Control that is switched on while the page is open takes effect when the visitor returns to the page', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.evaluate(() => {
    window.gtag('event', 'queued')
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  site.google.length = 0
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')))
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  expect(await state(page)).toMatchObject(NOTHING)
})

test("Google's opt-out add-on counts as a refusal of analytics, and the banner does not ask for analytics [32]", async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await page.addInitScript(() => Object.assign(window, { _gaUserPrefs: { ioo: () => true } }))
  await page.goto(`${PORTAL}/en/`)
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  const view = new ConsentView(page)
  await expect(view.banner).toBeHidden()
  expect(await state(page)).toMatchObject({ status: 'undecided', ...NOTHING })

  await test.step('a grant in the preferences does not switch the add-on off', async () => {
    await view.choose('analytics', true)
    await page.waitForTimeout(300)
    expect(site.google).toEqual([])
  })
})

test("the SDK's own disable switch for Google's tag is never taken for the visitor's add-on", async ({
  context,
  page,
}) => {
  await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  const view = new ConsentView(page)
  await expect(view.banner).toBeVisible()
  await page.evaluate(() => {
    const { _gaUserPrefs } = window as unknown as { _gaUserPrefs: { ioo(): boolean } }
    window.noted = [_gaUserPrefs.ioo()]
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(await page.evaluate(() => window.noted)).toEqual([true])
  await expect(view.banner).toBeVisible()
  expect((await state(page)).pending).toEqual(['analytics'])
})

test('Do Not Track alone changes nothing [32]', async ({ context, page }) => {
  await playPortal(context)
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'doNotTrack', { get: () => '1' }),
  )
  await page.goto(`${PORTAL}/en/`)
  await expect(new ConsentView(page).banner).toBeVisible()
})

test('a prerendered page runs nothing until the visitor opens the page', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await page.goto(`${PORTAL}/en/`)
  await new ConsentView(page).acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.addInitScript(() => {
    let isPrerendering = true
    Object.defineProperty(Document.prototype, 'prerendering', { get: () => isPrerendering })
    Object.assign(window, {
      openPage() {
        isPrerendering = false
        document.dispatchEvent(new Event('prerenderingchange'))
      },
    })
  })
  const before = await context.cookies()
  await leave(page)
  site.google.length = 0
  await page.goto(`${PORTAL}/en/pricing.html`)
  await page.evaluate(() => window.spaceoneConsent.rejectAll())
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  const record = ({ name }: { name: string }) => name === 'spaceone_consent'
  expect((await context.cookies()).find(record)?.value).toBe(before.find(record)?.value)
  expect((await state(page)).granted).toEqual({ analytics: false })

  await page.evaluate(() => (window as unknown as { openPage(): void }).openPage())
  await expect.poll(() => site.events()).toContain('page_view')
})
