import type { BrowserContext } from '@playwright/test'
import { expect, type Page, test } from '@playwright/test'
import { ALL_BLOCKS, Blocks } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, type PortalSite, playPortal } from '../support/portal-site.ts'
import { SDK_PAGE, sdkPage } from '../support/sdk-page.ts'

const GOOGLE = 'https://www.google-analytics.com https://www.googletagmanager.com'
// The icon is Firefox's own wish.
const STRICT = `default-src 'none'; style-src 'nonce-x'; base-uri 'none'; object-src 'none'; connect-src ${GOOGLE}; img-src ${GOOGLE} ${PORTAL}/favicon.ico`

/** The policies, each with its way to let our script in. */
const POLICIES = {
  'a nonce': `${STRICT}; script-src 'nonce-x'`,
  "a nonce and 'strict-dynamic'": `${STRICT}; script-src 'nonce-x' 'strict-dynamic'`,
}

/** A page under a policy of its server, with the button on it. */
const play = async (context: BrowserContext, policy: string): Promise<PortalSite> => {
  const site = await playPortal(context)
  const body = sdkPage({ attributes: 'data-button="left"', body: ALL_BLOCKS }).replace(
    /<script/g,
    '<script nonce="x"',
  )
  await context.route(SDK_PAGE, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy },
      body,
    }),
  )
  await context.addInitScript(() => {
    window.noted = []
    document.addEventListener('securitypolicyviolation', event =>
      window.noted?.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    )
  })
  return site
}

const violations = (page: Page) => page.evaluate(() => window.noted)

/** Opens everything that there is to open, and ends with a grant and a withdrawal. */
const walk = async (page: Page, site: PortalSite, context: BrowserContext): Promise<void> => {
  const view = new ConsentView(page)
  const blocks = new Blocks(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toHaveCSS('position', 'fixed')
  await expect(blocks.drawn).toHaveCount(4)
  await expect(blocks.form).toHaveCSS('display', /grid|flex/)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])

  await view.openPreferences.click()
  await view.switch('analytics').check()
  await view.preferences.locator('#open-guide').click()
  await expect(view.preferences.locator('#guide')).toBeVisible()
  await view.preferences.locator('#back').click()
  expect(site.google).toEqual([])
  await view.save.click()
  await expect(page.locator('spaceone-consent #dismiss')).toBeVisible()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await page.locator('spaceone-consent #dismiss').click()

  await page.locator('spaceone-consent #settings').click()
  await view.preferences.locator('.record summary').click()
  await view.preferences.locator('#download').click()
  await view.preferences.locator('#reject-all').click()
  await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
}

for (const [name, policy] of Object.entries(POLICIES))
  test(`under ${name} every layer opens and the choice takes effect, with no report of a violation`, async ({
    context,
    page,
  }) => {
    const site = await play(context, policy)
    const { warnings, errors } = listen(page)
    await walk(page, site, context)
    expect(await violations(page)).toEqual([])
    expect({ warnings, errors, outside: site.outside }).toEqual({
      warnings: [],
      errors: [],
      outside: [],
    })
  })

test('the same page without our nonce runs nothing of ours, and nothing of Google', async ({
  context,
  page,
}) => {
  const site = await play(context, POLICIES['a nonce'].replaceAll('nonce-x', 'nonce-y'))
  await page.goto(SDK_PAGE)
  await expect.poll(() => violations(page)).not.toEqual([])
  await expect(page.locator('spaceone-consent')).toHaveCount(0)
  for (const kind of ['guide', 'status'] as const)
    await expect(new Blocks(page).before(kind)).toBeVisible()
  expect(site.google).toEqual([])
})

test('under Trusted Types every layer opens, with no report of a violation', async ({
  context,
  page,
}) => {
  const site = await play(
    context,
    `${POLICIES['a nonce']}; require-trusted-types-for 'script'; trusted-types spaceone-consent`,
  )
  const view = new ConsentView(page)
  const { errors } = listen(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toBeVisible()
  await expect(new Blocks(page).drawn).toHaveCount(4)
  await view.openPreferences.click()
  await view.preferences.locator('#open-guide').click()
  await expect(view.preferences.locator('#guide')).toBeVisible()
  expect(site.google).toEqual([])
  await view.preferences.locator('#back').click()
  await view.preferences.locator('#reject-all').click()
  await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
})
