import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { readmeSnippets } from '../support/readme.ts'

test('the snippets of the README are a whole set-up on an empty page', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const [tag = '', link = '', blocks = '', stub = ''] = readmeSnippets('html')
  const [versions = '', words = ''] = readmeSnippets('js')
  await context.route(`${PORTAL}/empty`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8">${stub}<script>${versions}${words}</script>${tag}</head><body><main>${blocks}</main><footer>${link}</footer></body></html>`,
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

test('what the README calls through the global exists', async ({ context, page }) => {
  await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  const [, , calls = ''] = readmeSnippets('js')
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

test('a Playwright test that starts as the README of the package says is not asked, and is granted', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const [snippet = ''] = readmeSnippets('ts', 'packages/consent/README.md').filter(text =>
    text.includes('addCookies'),
  )
  const start = new Function(
    'context',
    `return (async () => {${snippet.replace('https://host.example', PORTAL)}})()`,
  )
  await start(context)
  await page.goto(`${PORTAL}/en/`)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await expect(new ConsentView(page).banner).toHaveCount(0)
})
