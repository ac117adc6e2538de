import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, waitForBatch } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

test('a withdrawal in one tab silences the other, and a choice there closes its banner [23, 57]', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  const view = new ConsentView(page)
  const other = await context.newPage()
  const otherView = new ConsentView(other)
  await page.goto(`${PORTAL}/en/`)
  await other.goto(`${PORTAL}/en/pricing.html`)
  await expect(otherView.banner).toBeVisible()

  await view.acceptAll.click()
  await expect(otherView.banner).toBeHidden()
  await expect.poll(() => site.events()).toEqual(['page_view', 'page_view'])

  await view.settingsLink.click()
  await view.switch('analytics').uncheck()
  // Late: what is queued may leave with the next batch while it is still allowed.
  await other.evaluate(() => window.gtag('event', 'queued'))
  const before = site.google.length
  await view.save.click()
  await expect
    .poll(() => other.evaluate(() => window.spaceoneConsent.isGranted('analytics')))
    .toBe(false)
  await waitForBatch(other)
  expect(site.google.slice(before)).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
})
