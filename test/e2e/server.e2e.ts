import { expect, test } from '@playwright/test'
import { parseConsent } from '../../packages/consent/dist/server.js'
import { ConsentView } from '../support/consent-view.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

const PAGE = `${PORTAL}/rendered/`
const OPTIONS = { policy: { version: '2024-01-18' }, categories: { analytics: {} } }

/** HTML that the server adds only for visitors who have granted analytics. */
const MARK = '<p id="for-those-who-agreed">counted on the server, too</p>'

const TAG =
  '<script src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="2024-01-18"></script>'

test("a server reads the record's cookie as the browser does", async ({ page, context }) => {
  const { google } = await playPortal(context)
  let parsed = parseConsent(undefined, OPTIONS)
  await context.route(PAGE, async route => {
    const { cookie, 'sec-gpc': gpc } = await route.request().allHeaders()
    parsed = parseConsent(cookie, OPTIONS, { signals: { gpc: gpc === '1' } })
    const body = parsed.isGranted('analytics') ? MARK : ''
    await route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Rendered</title>${TAG}</head><body>${body}</body></html>`,
    })
  })
  const mark = page.locator('#for-those-who-agreed')
  const visit = async () => {
    await page.goto(PAGE)
    await page.waitForFunction(() => window.spaceoneConsent?.version)
    return page.evaluate(() => JSON.stringify(window.spaceoneConsent.$state.get()))
  }

  expect(JSON.stringify(parsed.state)).toBe(await visit())
  await expect(mark).toHaveCount(0)
  expect(google).toEqual([])

  await new ConsentView(page).rejectAll.click()
  expect(JSON.parse(await visit())).toMatchObject({
    status: 'decided',
    granted: { analytics: false },
  })
  await expect(mark).toHaveCount(0)

  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  const state = await visit()
  expect(JSON.stringify(parsed.state)).toBe(state)
  expect(JSON.parse(state)).toMatchObject({ status: 'decided', granted: { analytics: true } })
  await expect(mark).toHaveCount(1)
})
