import type { BrowserContext } from '@playwright/test'
import { expect, type Page, test } from '@playwright/test'
import { ALL_BLOCKS, Blocks } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, type PortalSite, playPortal } from '../support/portal-site.ts'
import { SDK_PAGE, STUB, sdkPage } from '../support/sdk-page.ts'

const GOOGLE = 'https://www.google-analytics.com https://www.googletagmanager.com'
// The icon is Firefox's own wish.
const STRICT = `default-src 'none'; style-src 'nonce-x'; base-uri 'none'; object-src 'none'; connect-src ${GOOGLE}; img-src ${GOOGLE} ${PORTAL}/favicon.ico`

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types spaceone-consent"

/** The policies, each with its way to let our script in. */
const POLICIES = {
  'a nonce': `${STRICT}; script-src 'nonce-x'`,
  "a nonce and 'strict-dynamic'": `${STRICT}; script-src 'nonce-x' 'strict-dynamic'`,
  'a list of hosts': `${STRICT}; script-src ${PORTAL} https://www.googletagmanager.com`,
  'Trusted Types': `${STRICT}; script-src 'nonce-x' 'strict-dynamic'; ${TRUSTED_TYPES}`,
}

/** A page under a policy of its server, with the button on it. */
const play = async (context: BrowserContext, policy: string, held = ''): Promise<PortalSite> => {
  const site = await playPortal(context)
  const body = sdkPage({ attributes: 'data-button="left"', body: ALL_BLOCKS + held })
    // A list of hosts lets no inline script in, and this page has nothing to say before.
    .replace(STUB, '')
    .replace(/<script(?![^>]*nonce)/g, '<script nonce="x"')
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
  await view.openRecord.click()
  await view.preferences.locator('#download').click()
  await view.preferences.locator('#reject-all').click()
  await expect.poll(() => cookieNames(context)).toEqual(['spaceone_consent'])
}

for (const [name, policy] of Object.entries(POLICIES))
  test(`under ${name} every layer opens and the choice takes effect, with no report of a violation [44, 45, 47]`, async ({
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

/** What a visitor's page may not run before it is allowed, in the ways of a page. */
const HELD = `<script type="text/plain" data-consent="analytics" data-src="${PORTAL}/held.js" nonce="x"></script>
  <script type="text/plain" data-consent="analytics" nonce="x">window.noted.push('inline')</script>`

test('under Trusted Types what a page holds runs after the grant, not before, and the policy passes nothing else [45]', async ({
  context,
  page,
}) => {
  const site = await play(context, POLICIES['Trusted Types'], HELD)
  await context.route(`${PORTAL}/held.js`, route =>
    route.fulfill({ contentType: 'text/javascript', body: "window.noted.push('held.js')" }),
  )
  const view = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toBeVisible()
  expect(await violations(page)).toEqual([])
  await view.acceptAll.click()
  await expect.poll(() => violations(page)).toEqual(['held.js', 'inline'])
  await expect.poll(() => site.events()).toEqual(['page_view'])
  // The name of the policy is taken, and what it is lies with us.
  expect(
    await page.evaluate(() => {
      const { trustedTypes } = window as never as {
        trustedTypes: { createPolicy(name: string, rules: object): object }
      }
      try {
        return `${trustedTypes.createPolicy('spaceone-consent', {})}`
      } catch (error) {
        return (error as Error).name
      }
    }),
  ).toBe('TypeError')
})

const FOREIGN = 'https://foreign.test'

const noting = (name: string): string => `window.noted.push('${name}')`

/** What somebody could write into the HTML of a page; in capitals, so that `play` gives no nonce. */
const INJECTED = `
  <SCRIPT type="text/plain" data-consent="analytics" data-src="${FOREIGN}/held.js"></SCRIPT>
  <SCRIPT type="text/plain" data-consent="analytics" src="${FOREIGN}/src.js" nonce="guessed"></SCRIPT>
  <SCRIPT type="text/plain" data-consent="analytics">${noting('foreign text')}</SCRIPT>
  <svg><SCRIPT type="text/plain" data-consent="analytics">${noting('foreign SVG')}</SCRIPT></svg>
  <template data-consent="analytics"><SCRIPT src="${FOREIGN}/template.js"></SCRIPT></template>
  <template data-consent="analytics"><SCRIPT>${noting('foreign text of a template')}</SCRIPT></template>
  <SCRIPT src="https://www.googletagmanager.com/gtm.js?id=GTM-FOREIGN"></SCRIPT>
  <iframe data-consent="analytics" data-src="javascript:parent.${noting('foreign frame')}" title=""></iframe>
  <template data-consent="analytics"><script>${noting('own template')}</script></template>
  <script type="text/plain" data-consent="analytics">${noting('own')}</script>`

for (const name of ["a nonce and 'strict-dynamic'", 'Trusted Types'] as const)
  test(`under ${name} a grant lets go what bears the page’s nonce and what its scripts have put in, and nothing else that is written into the HTML [44, 47]`, async ({
    context,
    page,
  }) => {
    const site = await play(context, POLICIES[name], INJECTED)
    const foreign: string[] = []
    await context.route(`${FOREIGN}/**`, route => {
      foreign.push(route.request().url())
      return route.fulfill({ contentType: 'text/javascript', body: noting('foreign file') })
    })
    const view = new ConsentView(page)
    const { warnings } = listen(page)
    await page.goto(SDK_PAGE)
    await expect(view.banner).toBeVisible()
    if (name !== 'Trusted Types')
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.onload = () => window.noted?.push('put in')
        script.src = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'
        document.body.append(script)
      })
    const noted = async () =>
      (await violations(page))?.filter(note => !`${note}`.startsWith('script-src'))
    expect(await noted()).toEqual([])
    expect(site.google).toEqual([])

    await view.acceptAll.click()
    await expect
      .poll(noted)
      .toEqual(['own template', 'own', ...(name === 'Trusted Types' ? [] : ['put in'])])
    expect(foreign).toEqual([])
    expect(site.google.map(({ url }) => url.pathname)).not.toContain('/gtm.js')
    expect(warnings.filter(warning => warning.includes('nonce'))).toHaveLength(1)
  })

test('where the page names no policy of ours, a grant under Trusted Types loads nothing and breaks nothing', async ({
  context,
  page,
}) => {
  const policy = POLICIES['Trusted Types'].replace(
    'trusted-types spaceone-consent',
    "trusted-types 'none'",
  )
  const site = await play(context, policy)
  const view = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await view.acceptAll.click()
  await expect.poll(() => violations(page)).not.toEqual([])
  await expect(view.banner).toBeHidden()
  expect(site.google).toEqual([])
  await page.locator('spaceone-consent #settings').click()
  await expect(view.preferences).toBeVisible()
})
