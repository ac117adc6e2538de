import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { Keys } from '../support/keys.ts'
import { listen } from '../support/observe.ts'
import { answeredBefore, recordIn } from '../support/record.ts'
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

/** Waits until a page is idle, when files could be loaded ahead, or busy for a second. */
const idle = (page: Page) =>
  page.evaluate(() => new Promise(done => requestIdleCallback(done, { timeout: 1000 })))

const FIRST = ['consent.js', 'ui.en.js']
const PREFERENCES = ['preferences.en.js', 'preferences.js']

for (const [language, attributes, after] of [
  ['en', '', []],
  // A language that the site brings.
  ['fr', '', []],
  ['en', 'data-button="right"', PREFERENCES],
] as const)
  test(`a first visit (${[language, attributes].join(' ')}) requests two files, and ${after[0] ? 'those of the settings button' : 'none'} after the answer`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const site = await playSdkPage(context, {
      language,
      attributes,
      body: LINK,
      options: "{ texts: { fr: { banner: { heading: 'Vos cookies' } } } }",
    })
    const { banner, rejectAll, settingsButton } = new ConsentView(page)
    await page.goto(SDK_PAGE)
    await expect(banner).toContainText(language === 'fr' ? 'Vos cookies' : 'Your choice')
    await idle(page)
    expect(site.files).toEqual(FIRST)
    await rejectAll.click()
    await expect(banner).toBeHidden()
    if (after[0]) await expect(settingsButton).toBeVisible()
    await idle(page)
    expect(site.files.slice(2).sort()).toEqual(after)
  })

test('by keyboard alone, past the settings: the banner steps aside, an answer has its hash and its message, and no further file is requested', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const corner = '<button style="position:fixed;bottom:60px;left:50%">Corner</button>'
  const site = await playSdkPage(context, { body: corner + LINK })
  const { banner, acceptAll, status } = new ConsentView(page)
  const keys = new Keys(page)
  await page.goto(SDK_PAGE)
  await expect(banner).toBeVisible()
  await page.getByText('Corner').focus()
  await expect(banner).toHaveClass(/above/)
  await keys.goTo(acceptAll, 'Shift+Tab')
  await keys.press('Enter')
  await expect(status).toHaveText('All optional cookies are allowed.')
  await expect(status).toBeFocused()
  expect(await recordIn(context)).toMatchObject({ h: expect.stringMatching(/^[\w-]{22}$/) })
  await keys.press('Tab')
  await page.getByText('Corner').press('a')
  await expect(status).toBeEmpty()
  await idle(page)
  expect(site.files.filter(file => file !== 'start.js')).toEqual(FIRST)
})

/** Ways to be about to press an element. */
const INTENTS = {
  'pointing at': (target: Locator) => target.hover(),
  focusing: (target: Locator) => target.focus(),
}

/** The buttons and links, with the files that they need, where they are, and what the visitor did before. */
const TARGETS = {
  'the settings of the banner': [PREFERENCES, '#open-preferences', []],
  'a link to the settings': [PREFERENCES, '[data-consent-open=""]', []],
  'a link to the settings after an answer': [
    ['ui.en.js', ...PREFERENCES],
    '[data-consent-open=""]',
    [{ analytics: 0 }],
  ],
  'a link to the guide': [['guide.en.js', 'guide.js', ...PREFERENCES], 'b', []],
  'the guide': [['guide.en.js', 'guide.js'], '#open-guide', ['open']],
  'the record': [['record.en.js', 'record.js'], '#record > summary', [{ analytics: 0 }, 'open']],
} as const

for (const [what, [files, selector, before]] of Object.entries(TARGETS))
  for (const [how, act] of Object.entries(INTENTS))
    test(`${how} ${what} loads its files, and shows nothing`, {
      tag: '@firefox',
    }, async ({ context, page }) => {
      const guide = '<b tabindex="0" data-consent-open="guide">Guide</b>'
      const site = await playSdkPage(context, { body: LINK + guide })
      for (const step of before) if (step !== 'open') await answeredBefore(context, { c: step })
      await page.goto(SDK_PAGE)
      await started(page)
      if (before[0]) await idle(page)
      else await expect(new ConsentView(page).banner).toBeVisible()
      if (before.includes('open' as never)) {
        await page.evaluate(() => window.spaceoneConsent.openPreferences())
        await expect(new ConsentView(page).preferences).toBeVisible()
      }
      const view = await page.evaluate(() => window.spaceoneConsent.$view.get())
      site.files.length = 0
      await act(page.locator(selector))
      await expect.poll(() => [...site.files].sort()).toEqual([...files].sort())
      expect(await page.evaluate(() => window.spaceoneConsent.$view.get())).toBe(view)
    })

// In Chromium only: this Firefox keeps the failure of a module until the page is left.
// @see https://github.com/whatwg/html/issues/6768
for (const [file, selector] of [
  ['preferences.js', '#open-preferences'],
  ['preferences.en.js', '#open-preferences'],
  ['ui.en.js', '[data-consent-open]'],
  ['guide.js', '#open-guide'],
] as const)
  test(`${file} that fails to load on pointing asks nothing, and is loaded again at the press`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { body: LINK })
    if (file === 'ui.en.js') await answeredBefore(context, { c: { analytics: 0 } })
    await page.goto(SDK_PAGE)
    await started(page)
    const { openGuide, preferences, guide } = new ConsentView(page)
    if (file === 'guide.js') {
      await page.evaluate(() => window.spaceoneConsent.openPreferences())
      await expect(openGuide).toBeVisible()
    }
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.message())
      return dialog.dismiss()
    })
    const { warnings } = listen(page)
    await context.route(`**/${file}`, route => route.abort())
    await page.locator(selector).hover()
    await expect.poll(() => warnings).toHaveLength(1)
    await context.unroute(`**/${file}`)
    expect({ asked, google: site.google }).toEqual({ asked: [], google: [] })
    await page.locator(selector).click()
    await expect(file === 'guide.js' ? guide : preferences).toBeVisible()
    expect({ asked, warnings }).toEqual({ asked: [], warnings: [expect.any(String)] })
  })

test('a file that was requested on pointing and fails after the press is requested again', async ({
  context,
  page,
}) => {
  await playSdkPage(context, {})
  let release = () => {}
  const pressed = new Promise<void>(resolve => {
    release = resolve
  })
  await context.route(
    '**/preferences.js',
    async route => {
      await pressed
      await route.abort()
    },
    { times: 1 },
  )
  const { openPreferences, preferences } = new ConsentView(page)
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.message())
    return dialog.dismiss()
  })
  await page.goto(SDK_PAGE)
  await openPreferences.click()
  release()
  await expect(preferences).toBeVisible()
  expect(asked).toEqual([])
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
