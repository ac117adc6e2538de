import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

test("cookies with a prefix that the page has configured for Google's tag are deleted too [54]", {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  await page.goto(`${PORTAL}/en/`)
  await page.evaluate(() => window.gtag('config', 'G-PORTAL2024', { cookie_prefix: 'foo' }))
  await view.acceptAll.click()
  await expect.poll(() => site.events()).toEqual(['page_view'])
  expect(await cookieNames(context)).toEqual(['foo_ga', 'foo_ga_PORTAL2024', 'spaceone_consent'])
  await view.choose('analytics', false)
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})
