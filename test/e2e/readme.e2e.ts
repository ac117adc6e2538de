import { expect, test } from '@playwright/test'
import { grantedCookie } from '../../packages/consent/dist/testing.js'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { readmeSnippets } from '../support/readme.ts'

test('the snippets of the README work on an otherwise empty page', async ({ context, page }) => {
  const site = await playPortal(context)
  const [tag = '', link = '', , blocks = '', stub = ''] = readmeSnippets('html')
  const [, words = ''] = readmeSnippets('js')
  const [versions = ''] = readmeSnippets('js', 'packages/consent/src/core/README.md')
  await context.route(`${PORTAL}/empty`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8">${stub}<script>${versions}${words}</script>${tag.replace('G-XXXXXXX', 'G-TEST123')}</head><body><main>${blocks}</main><footer>${link}</footer></body></html>`,
    }),
  )
  const view = new ConsentView(page)
  const { warnings, errors } = listen(page)
  await page.goto(`${PORTAL}/empty`)
  await expect(page.locator('spaceone-consent-block')).toHaveCount(4)
  await view.rejectAll.click()
  expect(site.google).toEqual([])
  await view.choose('analytics', true)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await view.choose('analytics', false)
  await expect(view.banner).toBeHidden()
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})

test('every method that the README calls on the global exists', async ({ context, page }) => {
  await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  const [calls = ''] = readmeSnippets('js')
  await page.evaluate(text => {
    const script = document.createElement('script')
    script.text = `window.noted=[];const startMyCounter=()=>noted.push('started');${text}`
    document.head.append(script)
  }, calls)
  await expect(view.preferences).toBeVisible()
  expect(await page.evaluate(() => window.noted)).toEqual([])
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  expect(await page.evaluate(() => window.noted)).toEqual(['started'])
})

test('a Playwright test that begins with the snippet of the package README sees no banner and has the grant', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const [snippet = ''] = readmeSnippets('ts', 'packages/consent/README.md').filter(text =>
    text.includes('addCookies'),
  )
  const code = snippet.replace(/^import .*$/gm, '').replace('https://host.example', PORTAL)
  const start = new Function(
    'context',
    'grantedCookie',
    'options',
    `return (async () => {${code}})()`,
  )
  const options = { policy: { version: '2024-01-18' }, categories: { analytics: {} } }
  await start(context, grantedCookie, options)
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await expect(new ConsentView(page).banner).toHaveCount(0)
})
