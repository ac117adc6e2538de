import { expect } from '@playwright/test'
import { parseConsent } from '../../packages/consent/dist/server.js'
import { readmeSnippets } from '../support/readme.ts'
import { SDK_PAGE, STUB, sdkPage } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const [SNIPPET = ''] = readmeSnippets('js', 'SECURITY.md')

/** The function from SECURITY.md that returns the header `Content-Security-Policy`. */
const policyFor: (request: { headers: Record<string, string> }) => string = new Function(
  'parseConsent',
  'options',
  `${SNIPPET.replace(/^import .*$/gm, '').replace('export ', '')};return policyFor`,
)(parseConsent, { policy: { version: '1' }, categories: { analytics: {} } })

const RAW = `<script src="https://www.googletagmanager.com/raw.js"></script>
  <link rel="preload" as="script" href="https://www.googletagmanager.com/gtag/js?id=G-OTHER">
  <img src="https://www.google-analytics.com/collect?v=2&en=pixel" alt="">`

test('under the content security policy of SECURITY.md an unmarked Google tag is not requested before the grant, and runs on the next page after the grant [44]', async ({
  visitor,
  page,
}) => {
  const body = sdkPage({ head: RAW }).replace(STUB, '')
  await page.route(SDK_PAGE, async route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {
        'Content-Security-Policy': policyFor({ headers: await route.request().allHeaders() }),
      },
      body,
    }),
  )
  await visitor.goes(SDK_PAGE)
  await visitor.accepts()
  expect(visitor.requests()).toEqual([])

  await visitor.goes(SDK_PAGE)
  await expect.poll(visitor.events).toContain('page_view')

  await visitor.decides(false)
  // The tag would send queued hits when the page is left.
  await page.goto('about:blank')
  await visitor.settles()
  visitor.site.google.length = 0
  await visitor.goes(SDK_PAGE)
  expect(visitor.requests()).toEqual([])
})
