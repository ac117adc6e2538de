import { expect, test } from '@playwright/test'
import {
  acceptAll,
  choose,
  grantedCookie,
  openPreferences,
  rejectAll,
} from '../../packages/consent/dist/testing.js'
import { ConsentView } from '../support/consent-view.ts'
import { PORTAL } from '../support/portal-site.ts'
import { recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, started } from '../support/sdk-page.ts'

/** What the page is set up with. */
const OPTIONS = { policy: { version: '1' }, categories: { analytics: {} } }

test('a visitor with the cookie of grantedCookie is not asked, and only a grant in it counts', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {})
  const { banner } = new ConsentView(page)
  await context.addCookies([grantedCookie(OPTIONS, { analytics: false }, PORTAL)])
  await page.goto(SDK_PAGE)
  await started(page)
  expect(await page.evaluate(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
  await expect(banner).toHaveCount(0)
  expect(site.google).toEqual([])

  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await context.addCookies([grantedCookie(OPTIONS, { analytics: true }, PORTAL)])
  await page.goto(SDK_PAGE)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await expect(banner).toHaveCount(0)
})

for (const language of ['en', 'ko', 'ja'])
  test(`the helpers answer the banner in any language: ${language}`, async ({ context, page }) => {
    const site = await playSdkPage(context, {
      language,
      body: '<a href="/privacy" data-consent-open="guide">guide</a><a href="/privacy" data-consent-open>settings</a>',
    })
    await page.goto(SDK_PAGE)
    await rejectAll(page)
    await expect.poll(async () => (await recordIn(context))?.c).toEqual({ analytics: 0 })
    expect(site.google).toEqual([])
    await openPreferences(page)
    await choose(page, { analytics: true })
    await expect.poll(async () => (await recordIn(context))?.c).toEqual({ analytics: 1 })
    await expect.poll(() => site.events()).toEqual(['page_view'])
  })

test('the helpers accept everything, and open the preferences from the banner and by the button', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { attributes: 'data-button="right"' })
  await page.goto(SDK_PAGE)
  await openPreferences(page)
  await choose(page, { analytics: false })
  await expect.poll(async () => (await recordIn(context))?.s).toBe('preferences')
  await page.reload()
  await openPreferences(page)
  await choose(page, { analytics: true })
  await expect.poll(async () => (await recordIn(context))?.c).toEqual({ analytics: 1 })

  await context.clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await acceptAll(page)
  await expect.poll(async () => (await recordIn(context))?.m).toBe('accept')
})
