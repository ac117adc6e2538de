import { expect, type Page } from '@playwright/test'
import { serveConsole } from '../../scripts/console.mjs'
import { CONSOLE } from '../everywhere/console.ts'
import { CONSENT, DISABLED, test } from '../support/console-site.ts'
import { Visitor } from '../support/visitor.ts'

/** A console page with a private query, which Google must not get if `CONSENT` is configured. */
const SECRET = '/cost-report?token=secret'

const SCRIPTS = ['/gtag/js', '/gtm.js']

/** Returns the types of the script elements for Google's tags: `text/plain` if blocked. */
const tags = (page: Page) =>
  page
    .locator('script[src*="googletagmanager.com"]')
    .evaluateAll(scripts => scripts.map(script => (script as HTMLScriptElement).type))

for (const [title, config, types, tag] of [
  ['without a consent block vue-gtag and vue2-gtm start at once', {}, ['', ''], ''],
  ['without a consent block ids "DISABLED" start no tag', DISABLED, [], '@full'],
  ['with a consent block ids "DISABLED" start no tag', { ...DISABLED, CONSENT }, [], '@full'],
] as const)
  test.describe(title, () => {
    test.use({ config })

    test(`${title}, and there is no banner`, { tag: tag || [] }, async ({ visitor, page }) => {
      await visitor.goes(SECRET)
      await expect.poll(visitor.console.loaded).toEqual(types.length > 0 ? SCRIPTS : [])
      if (types.length > 0) await visitor.isCounted(SECRET)
      await visitor.walks('Dashboard')
      if (types.length > 0) await visitor.isCounted('/dashboard')
      else await visitor.sendsNothing()
      expect(await tags(page)).toEqual(types)
      await expect(page.locator('spaceone-consent, .own-banner, .cookie-settings')).toHaveCount(0)
      expect(await page.evaluate('fetch.toString()')).toContain('[native code]')
      expect(visitor.faults).toEqual([])
    })
  })

test.describe('with one id', () => {
  test.use({ config: { GTM_ID: 'DISABLED', CONSENT } })

  test('the preferences appear above an open modal of the console, and return the focus to the modal when closed; with one id "DISABLED" only the other tag loads [36]', {
    tag: '@full',
  }, async ({ visitor, page }) => {
    const modal = page.locator('.modal')
    await visitor.goes('/cost-report')
    await visitor.isAsked()
    await visitor.rejects()
    await page.locator('.report-settings').click()
    await expect(modal.locator('output')).toHaveText('not allowed')
    await expect(page.locator('.modal-mask')).toHaveCSS('z-index', '9998')
    await modal.locator('.cookie-settings').click()
    await expect(visitor.preferences).toBeVisible()
    // Playwright clicks on a control only if nothing lies over it.
    await visitor.switch('analytics').setChecked(true)
    await visitor.save.click()
    await expect(modal.locator('output')).toHaveText('allowed')
    await visitor.isCounted('/cost-report')
    expect(visitor.console.loaded()).toEqual(['/gtag/js'])
    await expect(modal.locator('.cookie-settings')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(modal).toHaveCount(0)
  })
})

test('the composable of the console works unchanged in Vue 3', { tag: '@full' }, async ({
  visitor,
  page,
}) => {
  const output = page.locator('output')
  await visitor.goes('/vue-3.html')
  await expect(output).toHaveText('denied')
  await page.getByText('Allow').click()
  await expect(output).toHaveText('granted')
  await page.getByText('Refuse').click()
  await expect(output).toHaveText('denied')
  expect(visitor.site.outside).toEqual([])
})

test.describe('with a banner of its own', () => {
  test.use({ config: { CONSENT: { ...CONSENT, ownBanner: true } } })

  test('a banner that the console draws itself needs only the store', async ({ visitor, page }) => {
    const banner = page.locator('.own-banner')
    const no = banner.getByText('No', { exact: true })
    const link = banner.getByRole('link')
    await visitor.goes(SECRET)
    await expect(banner).toBeVisible()
    await visitor.walks('Dashboard')
    await visitor.sendsNothing()
    await expect(page.locator('spaceone-consent')).toHaveCount(0)

    await page.locator('.language').selectOption('ko')
    await expect(link).toHaveText('개인정보 처리방침')
    await expect(link).toHaveAttribute('href', `${CONSOLE}/policy/ko`)
    await page.locator('.language').selectOption('en')

    await banner.getByText('Yes').click()
    await expect(banner).toHaveCount(0)
    await visitor.isCounted('/dashboard')
    expect(visitor.console.loaded()).toEqual(SCRIPTS)

    await visitor.opensSettings()
    await expect(no).toBeFocused()
    await banner.getByText('May Google count').click()
    await expect(banner).toBeVisible()
    await visitor.sendsNothing(async () => {
      await no.click()
      await visitor.walks('Cost report')
    })
    await expect(banner).toHaveCount(0)
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    expect(visitor.faults).toEqual([])
  })
})

test('on the example’s own server a card shows nothing before a choice, two scripts and one page view after “Accept”, and no request and no cookie of Google since a withdrawal', {
  tag: '@full',
}, async ({ page }) => {
  const { address, requests, close } = await serveConsole(0)
  const visitor = new Visitor(page)
  const card = page.locator('.live')
  await page.goto(address)
  await expect(visitor.banner).toBeVisible()
  await expect(page.locator('spaceone-consent-inspector .toggle')).toContainText('blocked')
  await visitor.settles()
  expect([requests, await visitor.cookies()]).toEqual([[], []])
  await expect(card).toContainText(/no choice yet\s+0 requests since .*Nothing has been requested/)

  await visitor.accepts()
  await expect(card).toContainText(/allowed\s+3 requests since/)
  await expect(card.locator('ol')).toContainText('page_view /sign-in')
  await expect(card.locator('ul')).toHaveText('_ga_ga_CONSOLE2024spaceone_consent')
  const paths = requests.map(row => row.address.split('?')[0]).sort()
  expect(paths).toEqual(['/google/g/collect', '/google/gtag/js', '/google/gtm.js'])

  await page.locator('.sign-in .primary').click()
  await page.locator('.account summary').click()
  await page.locator('.account .cookie-settings').click()
  await visitor.switch('analytics').setChecked(false)
  await visitor.save.click()
  await expect(card).toContainText(/not allowed\s+0 requests since/)
  await expect(card.locator('ul')).toHaveText('spaceone_consent')
  // The page view of the dashboard still waits in the tag, which sends events when a page is left.
  await page.reload()
  await page.locator('.language').selectOption('ko')
  await expect(card).toContainText(/허용되지 않음\s+\S+ 이후 요청 0건.*요청한 것이 없습니다/)
  await visitor.settles()
  expect([requests.length, await visitor.cookies()]).toEqual([3, ['spaceone_consent']])
  expect(visitor.faults).toEqual([])
  close()
})
