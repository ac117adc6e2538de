import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { answeredBefore } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, SDK_WAYS, started } from '../support/sdk-page.ts'

const LINK = '<a href="/cookies" data-consent-open>Cookies</a>'

/** Delays a file until the returned function is called. */
const delay = async (context: BrowserContext, file: string) => {
  let release = () => {}
  const isReleased = new Promise<void>(resolve => {
    release = resolve
  })
  await context.route(`**/${file}`, async route => {
    await isReleased
    await route.fallback()
  })
  return () => release()
}

/** Returns the page's own link to the settings. */
const link = (page: Page) => page.getByText('Cookies', { exact: true })

/** Makes a page never become idle, so that files loaded at idle are not requested. */
const neverIdle = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { requestIdleCallback: () => 1 })
  })

test('two files are requested until the banner is shown, and no other file before the page is idle', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {})
  await neverIdle(page)
  await page.goto(SDK_PAGE)
  await expect(new ConsentView(page).banner).toBeVisible()
  expect(site.files).toEqual(['consent.js', 'ui.en.js'])
})

test('with a language that the site brings, two files are requested as well', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {
    language: 'fr',
    options: "{ texts: { fr: { banner: { heading: 'Vos cookies' } } } }",
  })
  await neverIdle(page)
  await page.goto(SDK_PAGE)
  await expect(new ConsentView(page).banner).toContainText('Vos cookies')
  expect(site.files).toEqual(['consent.js', 'ui.en.js'])
})

for (const way of SDK_WAYS)
  test(`${way}: clicking on the settings while their file is loading shows a loading message`, async ({
    context,
    page,
  }) => {
    await playSdkPage(context, { way, body: LINK })
    const release = await delay(context, 'preferences.js')
    const { banner, openPreferences, preferences, status } = new ConsentView(page)
    await page.goto(SDK_PAGE, { waitUntil: 'domcontentloaded' })
    await openPreferences.click()
    await expect(banner).toHaveAttribute('aria-busy', 'true')
    await expect(openPreferences).toHaveCSS('cursor', 'progress')
    await expect(status).toHaveText('Cookie settings…')
    await expect(link(page)).toHaveAttribute('aria-busy', 'true')
    await expect(openPreferences).toHaveCSS('cursor', 'progress')
    await expect(link(page)).toHaveCSS('cursor', 'progress')
    release()
    await expect(preferences).toBeVisible()
    await expect(status).toBeEmpty()
    await expect(link(page)).not.toHaveAttribute('aria-busy')
    await expect(link(page)).toHaveCSS('cursor', 'pointer')
    await page.keyboard.press('Escape')
    await expect(banner).toBeVisible()
    await expect(banner).not.toHaveAttribute('aria-busy')
  })

test('for a visitor who has answered, clicking on the settings link shows a loading message, announced to screen readers and visible', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { body: LINK })
  await answeredBefore(context, { c: { analytics: 0 } })
  const releaseBanner = await delay(context, 'ui.en.js')
  const releasePreferences = await delay(context, 'preferences.js')
  const { preferences, toast } = new ConsentView(page)
  await page.goto(SDK_PAGE, { waitUntil: 'domcontentloaded' })
  await started(page)
  await link(page).click()
  await expect(link(page)).toHaveAttribute('aria-busy', 'true')
  await expect(link(page)).toHaveCSS('cursor', 'progress')
  releaseBanner()
  await expect(toast).toHaveText('Cookie settings…')
  await expect(toast).toHaveCSS('opacity', '1')
  releasePreferences()
  await expect(preferences).toBeVisible()
  await expect(toast).toHaveCount(0)
  await expect(link(page)).not.toHaveAttribute('aria-busy')
})

test('when the file of the settings cannot be loaded the loading message goes away', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { body: LINK })
  await context.route('**/preferences.js', route => route.abort())
  page.on('dialog', dialog => dialog.dismiss())
  const { banner } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(banner).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => window.spaceoneConsent.openPreferences())
  await asked
  await expect(banner).toBeVisible()
  await expect(page.locator('[aria-busy]')).toHaveCount(0)
  await expect(link(page)).toHaveCSS('cursor', 'pointer')
  expect(await context.cookies()).toEqual([])
})

test('open details and the focus stay when the state and the language change', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { attributes: 'data-categories="marketing"' })
  const { banner, rejectAll } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await banner.locator('summary').click()
  await rejectAll.focus()
  await page.evaluate(() => window.spaceoneConsent.decide({ marketing: false }))
  await expect(banner).not.toContainText('advertising')
  await page.evaluate(() => window.spaceoneConsent.setLanguage('ko'))
  await expect(rejectAll).toHaveText('거부')
  await expect(banner.locator('details')).toHaveAttribute('open')
  await expect(rejectAll).toBeFocused()
})
