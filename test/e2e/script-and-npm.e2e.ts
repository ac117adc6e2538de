import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { bundleTag, playBundles } from '../support/bundles.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL } from '../support/portal-site.ts'

/**
 * How long the test waits for a second banner or a second tag that must not appear, in
 * milliseconds.
 */
const SETTLE = 500

const STUB =
  '<script>window.spaceoneConsent=function(){(spaceoneConsent.q=spaceoneConsent.q||[]).push(arguments)}</script>'
const CALL =
  "<script>spaceoneConsent(consent => consent.whenGranted('analytics', () => { noted.push('page') }))</script>"

const scriptTag = (attributes = '') =>
  `<script defer src="/consent/consent.js" data-policy-version="1" data-policy-url="/privacy" data-ga="G-TEST123" ${attributes}></script>`

/**
 * Module scripts and scripts with `defer` run in document order, so the order in the HTML decides
 * which copy starts first.
 */
const ORDERS = {
  'the script tag first': [scriptTag(), bundleTag('host')],
  'the npm package first': [bundleTag('host'), scriptTag()],
}

const HOST = `
  import { createConsent, googleAnalytics } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  window.start = () => {
    window.consent = createConsent({
      policy: { version: '1', url: '/privacy' },
      categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
    })
    window.unmount = mountConsentUi(consent)
    consent.whenGranted('analytics', () => { noted.push('host') })
  }
  start()`

type Host = Window & { start(): void }

const open = async (context: BrowserContext, page: Page, scripts: readonly string[]) => {
  const site = await playBundles(context, [STUB, CALL, ...scripts].join(''), { host: HOST })
  const listened = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await page.waitForFunction(() => window.consent && '$state' in window.spaceoneConsent)
  return { site, view: new ConsentView(page), ...listened }
}

/**
 * Returns whether analytics is granted according to the script tag's global and according to the
 * npm package.
 */
const answers = (page: Page) =>
  page.evaluate(() => [
    window.consent.isGranted('analytics'),
    window.spaceoneConsent.isGranted('analytics'),
  ])

for (const [order, scripts] of Object.entries(ORDERS))
  test(`script tag and npm package share one consent and one banner: ${order} [58]`, async ({
    context,
    page,
  }) => {
    const { site, view, warnings, errors } = await open(context, page, scripts)
    await expect(view.banner).toHaveCount(1)
    await page.waitForTimeout(SETTLE)
    await expect(page.locator('spaceone-consent')).toHaveCount(1)
    expect(site.google).toEqual([])
    expect(await page.evaluate(() => window.noted)).toEqual([])
    expect(await answers(page)).toEqual([false, false])

    await view.acceptAll.click()
    expect(await answers(page)).toEqual([true, true])
    expect(await page.evaluate(() => window.noted?.sort())).toEqual(['host', 'page'])
    await expect.poll(() => site.events()).toEqual(['page_view'])
    await page.waitForTimeout(SETTLE)
    expect(site.scripts()).toHaveLength(1)
    await expect(view.banner).toHaveCount(0)

    await page.getByText('Cookies', { exact: true }).click()
    await expect(view.switch('analytics')).toBeChecked()
    await expect(view.preferences).toHaveCount(1)
    await view.switch('analytics').setChecked(false)
    await view.save.click()
    expect(await answers(page)).toEqual([false, false])
    expect(await cookieNames(context)).toEqual(['spaceone_consent'])
    expect(errors).toEqual([])
    expect(warnings).toEqual(
      order === 'the npm package first'
        ? [expect.stringContaining('The npm package has created a consent')]
        : [],
    )
  })

test('when the npm package has started first, a later script tag can still restrict a visitor under 14 [33]', async ({
  context,
  page,
}) => {
  const { site, view } = await open(context, page, [
    bundleTag('host'),
    scriptTag('data-restricted'),
  ])
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await page.waitForTimeout(SETTLE)
  expect(await answers(page)).toEqual([false, false])
  expect(site.google).toEqual([])
  await expect(view.banner).toHaveCount(0)
})

test('when the script tag has started first, the npm package can be destroyed and created again', async ({
  context,
  page,
}) => {
  const { site, view, errors } = await open(context, page, ORDERS['the npm package first'])
  await expect(view.banner).toBeVisible()
  await page.evaluate(() => {
    window.consent.destroy()
    ;(window as unknown as Host).start()
  })
  await expect(view.banner).toHaveCount(1)
  expect(site.google).toEqual([])
  await view.acceptAll.click()
  expect(await page.evaluate(() => window.consent.isGranted('analytics'))).toBe(true)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.getByText('Cookies', { exact: true }).click()
  await expect(view.switch('analytics')).toBeChecked()
  expect(errors).toEqual([])
})
