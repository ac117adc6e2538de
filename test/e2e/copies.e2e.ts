import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { AnyConsent } from '../../packages/consent/src/core/index.ts'
import { bundleTag, playBundles } from '../support/bundles.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, type PortalSite } from '../support/portal-site.ts'

type Name = 'one' | 'two'

/** The values that each bundle of the SDK exposes to the test. */
type Copies = Record<Name, AnyConsent> & { create: Record<Name, unknown> }

/**
 * How long the test waits for a second banner or a second tag that must not appear, in
 * milliseconds.
 */
const SETTLE = 500

/**
 * Returns the source of one bundle of a site: it creates a consent, mounts the view, and records
 * each grant.
 *
 * @param categories The `categories` option, as source text.
 */
const moduleOf = (name: Name, categories: string) => `
  import { createConsent, googleAnalytics, service } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  const consent = createConsent({ policy: { version: '1' }, categories: ${categories} })
  mountConsentUi(consent)
  for (const category of Object.keys(consent.options.categories))
    consent.whenGranted(category, () => { noted.push('${name} ' + category) })
  window.${name} = consent
  ;(window.create ??= {}).${name} = createConsent`

const ANALYTICS = `{ analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } }`
const SUPPORT = `{
  analytics: { services: [googleAnalytics({ id: 'G-OTHER' })] },
  support: { services: [service({
    name: 'Chat', match: [], cookies: [], start: () => noted.push('chat'), stop: () => {},
  })] },
}`

/** Opens a page that loads two bundles, each with its own copy of the SDK. */
const open = async (
  context: BrowserContext,
  page: Page,
  other: string,
): Promise<{ site: PortalSite; view: ConsentView }> => {
  const site = await playBundles(context, bundleTag('one') + bundleTag('two'), {
    one: moduleOf('one', ANALYTICS),
    two: moduleOf('two', other),
  })
  await page.goto(`${PORTAL}/en/`)
  await page.waitForFunction(() => 'two' in window)
  expect(
    await page.evaluate(() => {
      const { create } = window as unknown as Copies
      return create.one !== create.two
    }),
  ).toBe(true)
  return { site, view: new ConsentView(page) }
}

const noted = (page: Page) => page.evaluate(() => window.noted)

const isGranted = (page: Page, name: Name, category = 'analytics') =>
  page.evaluate(
    ([copy, purpose]) =>
      (window as unknown as Copies)[copy as Name].isGranted(`${purpose}` as never),
    [name, category],
  )

/** Calls a method of one bundle's consent. */
const call = (
  page: Page,
  name: Name,
  method: 'acceptAll' | 'rejectAll' | 'openPreferences' | 'destroy',
) =>
  page.evaluate(
    ([copy, act]) => (window as unknown as Copies)[copy as Name][act as 'acceptAll'](),
    [name, method],
  )

test('two copies of the SDK with equal options share one consent: one banner, one answer, one tag [58]', async ({
  context,
  page,
}) => {
  const { warnings, errors } = listen(page)
  const { site, view } = await open(context, page, ANALYTICS)
  await expect(view.banner).toHaveCount(1)
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  expect(await noted(page)).toEqual([])
  await expect(page.locator('spaceone-consent')).toHaveCount(1)

  await view.acceptAll.click()
  await expect(view.banner).toHaveCount(0)
  expect(await isGranted(page, 'one')).toBe(true)
  expect(await isGranted(page, 'two')).toBe(true)
  expect(await noted(page)).toEqual(['one analytics', 'two analytics'])
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.waitForTimeout(SETTLE)
  expect(site.scripts()).toHaveLength(1)

  await call(page, 'two', 'rejectAll')
  expect(await isGranted(page, 'one')).toBe(false)
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  await call(page, 'one', 'acceptAll')
  expect(await isGranted(page, 'two')).toBe(true)
  await page.waitForTimeout(SETTLE)
  expect(site.scripts()).toHaveLength(1)
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})

test('a copy of the SDK with other options grants, starts and shows nothing, and logs one warning [58]', async ({
  context,
  page,
}) => {
  const { warnings, errors } = listen(page)
  const { site, view } = await open(context, page, SUPPORT)
  await expect(view.banner).toHaveCount(1)
  await call(page, 'two', 'acceptAll')
  await page.waitForTimeout(SETTLE)
  expect(await isGranted(page, 'two')).toBe(false)
  expect(await isGranted(page, 'two', 'support')).toBe(false)
  expect(await noted(page)).toEqual([])
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  await expect(page.locator('spaceone-consent')).toHaveCount(1)

  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  expect(site.scripts().map(({ url }) => url.searchParams.get('id'))).toEqual(['G-TEST123'])
  expect(await isGranted(page, 'two')).toBe(false)
  expect(await noted(page)).toEqual(['one analytics'])

  await call(page, 'two', 'openPreferences')
  await expect(view.switch('analytics')).toBeChecked()
  await expect(view.switch('support')).toHaveCount(0)
  expect(errors).toEqual([])
  expect(warnings).toEqual(['[SpaceONE Consent] other-set-up'])
})

test('destroy() on the first copy removes everything for the second copy too', async ({
  context,
  page,
}) => {
  const { warnings, errors } = listen(page)
  const { site, view } = await open(context, page, ANALYTICS)
  const isGuarded = () => page.evaluate(() => !`${window.fetch}`.includes('[native code]'))
  await expect(view.banner).toBeVisible()
  expect(await isGuarded()).toBe(true)
  await call(page, 'one', 'destroy')
  await expect(page.locator('spaceone-consent')).toHaveCount(0)
  await call(page, 'two', 'acceptAll')
  await call(page, 'two', 'openPreferences')
  await page.waitForTimeout(SETTLE)
  await expect(page.locator('spaceone-consent')).toHaveCount(0)
  expect(await isGranted(page, 'two')).toBe(false)
  expect(site.google).toEqual([])
  expect(await noted(page)).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  expect(await isGuarded()).toBe(false)
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})
