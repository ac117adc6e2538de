import { expect, test } from '@playwright/test'
import { parseConsent } from '../../packages/consent/dist/server.js'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames } from '../support/observe.ts'
import { playPortal } from '../support/portal-site.ts'
import { readmeSnippets } from '../support/readme.ts'
import { SDK_PAGE, STUB, sdkPage } from '../support/sdk-page.ts'

/**
 * The response headers that SECURITY.md recommends to sites, taken from the text of SECURITY.md.
 */
const policyFor = ((): ((request: { headers: Record<string, string> }) => string) => {
  const [snippet = ''] = readmeSnippets('js', 'SECURITY.md')
  const options = { policy: { version: '1' }, categories: { analytics: {} } }
  const run = new Function(
    'parseConsent',
    'options',
    `${snippet.replace(/^import .*$/gm, '').replace('export ', '')};return policyFor`,
  )
  return run(parseConsent, options)
})()

/** A Google tag that a site has forgotten to mark with data-consent. */
const RAW = `<script src="https://www.googletagmanager.com/raw.js"></script>
  <link rel="preload" as="script" href="https://www.googletagmanager.com/gtag/js?id=G-OTHER">
  <img src="https://www.google-analytics.com/collect?v=2&en=pixel" alt="">`

test('under the content security policy of SECURITY.md an unmarked Google tag is not requested before the grant, and runs on the next page after the grant [44]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const body = sdkPage({ head: RAW }).replace(STUB, '')
  await context.route(SDK_PAGE, async route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'Content-Security-Policy': policyFor({ headers: await route.request().allHeaders() }),
      },
      body,
    }),
  )
  const view = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toBeVisible()
  expect(site.google).toEqual([])
  await view.acceptAll.click()
  await expect(view.banner).toBeHidden()
  expect(site.google).toEqual([])

  await page.goto(SDK_PAGE)
  await expect.poll(() => site.events()).toContain('page_view')

  await page.evaluate(() => window.spaceoneConsent.rejectAll())
  await page.goto('about:blank')
  site.google.length = 0
  await page.goto(SDK_PAGE)
  await page.waitForFunction(() => window.spaceoneConsent?.version)
  expect(site.google).toEqual([])
})

test('with a __Host- cookie name, a cookie with a grant that another subdomain has written is ignored [53]', async ({
  context,
  page,
}) => {
  const name = '__Host-consent'
  const site = await playPortal(context, {
    tag: tag => tag.replace('<script', `<script data-cookie-name="${name}"`),
  })
  const view = new ConsentView(page)
  await page.goto('https://www.spaceone.test/en/')
  await view.rejectAll.click()
  await expect(view.banner).toBeHidden()
  expect(await cookieNames(context)).toEqual([name])

  // A page on another subdomain can set such a cookie for the whole domain.
  await page.evaluate(cookie => {
    const record = JSON.parse(
      atob((document.cookie.split(`${cookie}=`)[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')),
    )
    const yes = btoa(JSON.stringify({ ...record, c: { analytics: 1 } }))
    document.cookie = `${cookie}=${yes}; Domain=.spaceone.test; Path=/; Secure`
  }, name)
  expect(await cookieNames(context)).toEqual([name])
  await page.reload()
  await page.waitForFunction(() => window.spaceoneConsent?.version)
  expect(site.google).toEqual([])
  expect(await page.evaluate(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
})
