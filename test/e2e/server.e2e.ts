import { expect } from '@playwright/test'
import { parseConsent } from '../../packages/consent/dist/server.js'
import { SDK_PAGE, sdkPage } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const OPTIONS = { policy: { version: '1' }, categories: { analytics: {} } }

/** HTML that the server adds only for visitors who have granted analytics. */
const MARK = '<p id="for-those-who-agreed">counted on the server, too</p>'

test("a server reads the record's cookie as the browser does", async ({ visitor, page }) => {
  let parsed = parseConsent(undefined, OPTIONS)
  await page.route(SDK_PAGE, async route => {
    const { cookie, 'sec-gpc': gpc } = await route.request().allHeaders()
    parsed = parseConsent(cookie, OPTIONS, { signals: { gpc: gpc === '1' } })
    const body = sdkPage({ body: parsed.isGranted('analytics') ? MARK : '' })
    await route.fulfill({ contentType: 'text/html', body })
  })
  const mark = page.locator('#for-those-who-agreed')
  const visit = async () => {
    await visitor.goes(SDK_PAGE)
    return page.evaluate(() => JSON.stringify(window.spaceoneConsent.$state.get()))
  }

  expect(JSON.stringify(parsed.state)).toBe(await visit())
  await expect(mark).toHaveCount(0)
  expect(visitor.requests()).toEqual([])

  for (const analytics of [false, true]) {
    await visitor.decides(analytics)
    const state = await visit()
    expect(JSON.stringify(parsed.state)).toBe(state)
    expect(JSON.parse(state)).toMatchObject({ status: 'decided', granted: { analytics } })
    await expect(mark).toHaveCount(analytics ? 1 : 0)
  }
})
