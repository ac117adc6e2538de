import { expect, type Page } from '@playwright/test'
import { SDK_PAGE, SDK_WAYS, SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

/** Waits until a page is idle, at most a second, because a page could prefetch files then. */
const idle = (page: Page) =>
  page.evaluate(() => new Promise(done => requestIdleCallback(done, { timeout: 1000 })))

const FIRST = ['consent.js', 'ui.en.js']
const PREFERENCES = ['preferences.en.js', 'preferences.js']

for (const [language, attributes, after] of [
  ['en', '', []],
  // A language whose texts the site provides.
  ['fr', '', []],
  ['en', 'data-button="right"', PREFERENCES],
] as const)
  test(`a first visit (${[language, attributes].join(' ')}) requests two files, and ${after[0] ? 'those of the settings button' : 'none'} after the answer`, async ({
    visitor,
    page,
  }) => {
    await visitor.opens({
      language,
      attributes,
      body: SETTINGS,
      options: "{ texts: { fr: { banner: { heading: 'Vos cookies' } } } }",
    })
    const heading = language === 'fr' ? 'Vos cookies' : 'Your choice'
    await expect(visitor.banner).toContainText(heading)
    await expect(page.locator('spaceone-consent')).toHaveAttribute('lang', language)
    await idle(page)
    expect(visitor.site.files).toEqual(FIRST)
    await visitor.rejects()
    if (after[0]) await expect(visitor.settingsButton).toBeVisible()
    await idle(page)
    expect(visitor.site.files.slice(2).sort()).toEqual(after)
  })

test('by keyboard alone, past the settings: the banner steps aside, an answer has its hash and its message, and no further file is requested', async ({
  visitor,
  page,
}) => {
  const { banner, acceptAll, status, keys } = visitor
  const corner = page.getByText('Corner')
  await visitor.opens({
    body: `<button style="position:fixed;bottom:60px;left:50%">Corner</button>${SETTINGS}`,
  })
  await expect(banner).toBeVisible()
  await corner.focus()
  await expect(banner).toHaveClass(/above/)
  await keys.goTo(acceptAll, 'Shift+Tab')
  await keys.press('Enter')
  await expect(status).toHaveText('All optional cookies are allowed.')
  await expect(status).toBeFocused()
  expect(await visitor.recorded()).toMatchObject({ h: expect.stringMatching(/^[\w-]{22}$/) })
  await keys.press('Tab')
  await corner.press('a')
  await expect(status).toBeEmpty()
  await idle(page)
  expect(visitor.site.files.filter(file => file !== 'start.js')).toEqual(FIRST)
})

interface Target {
  readonly by: 'hover' | 'focus'
  readonly files: readonly string[]
  readonly at: string
  readonly hasAnswered?: true
  readonly isOpen?: true
}

const GUIDE = ['guide.en.js', 'guide.js']
const LINK = 'footer [data-consent-open]'

const TARGETS: Readonly<Record<string, Target>> = {
  'the settings of the banner': { by: 'hover', files: PREFERENCES, at: '#open-preferences' },
  'a link to the settings': { by: 'focus', files: PREFERENCES, at: LINK },
  'a link to the settings after an answer': {
    by: 'hover',
    files: [...PREFERENCES, 'ui.en.js'],
    at: LINK,
    hasAnswered: true,
  },
  'a link to the guide': { by: 'hover', files: [...GUIDE, ...PREFERENCES], at: 'b' },
  'the guide': { by: 'focus', files: GUIDE, at: '#open-guide', isOpen: true },
  'the record': {
    by: 'focus',
    files: ['record.en.js', 'record.js'],
    at: '#record > summary',
    hasAnswered: true,
    isOpen: true,
  },
}

test('pointing at or focusing a button or link loads its files, and shows nothing', async ({
  visitor,
  page,
}) => {
  const view = () => page.evaluate(() => window.spaceoneConsent.$view.get())
  const body = `${SETTINGS}<b tabindex="0" data-consent-open="guide">Guide</b>`
  for (const [what, { by, files, at, hasAnswered, isOpen }] of Object.entries(TARGETS))
    await test.step(what, async () => {
      if (hasAnswered) await visitor.hasAnswered()
      await page.mouse.move(0, 0)
      await visitor.opens({ body })
      if (hasAnswered) await idle(page)
      else await expect(visitor.banner).toBeVisible()
      if (isOpen) {
        await page.evaluate(() => window.spaceoneConsent.openPreferences())
        await expect(visitor.preferences).toBeVisible()
      }
      const before = await view()
      visitor.site.files.length = 0
      await page.locator(at)[by]()
      await expect.poll(() => [...visitor.site.files].sort()).toEqual([...files].sort())
      expect(await view()).toBe(before)
      await visitor.forgets()
    })
})

// In Chromium only: the Firefox of these tests keeps the failure of a module until the page is
// left.
// @see https://github.com/whatwg/html/issues/6768
for (const [file, selector] of [
  ['preferences.js', '#open-preferences'],
  ['preferences.en.js', '#open-preferences'],
  ['ui.en.js', LINK],
  ['guide.js', '#open-guide'],
] as const)
  test(`${file} that fails to load on pointing opens no confirm(), and is loaded again at the press`, {
    tag: '@only-chromium',
  }, async ({ visitor, page }) => {
    if (file === 'ui.en.js') await visitor.hasAnswered()
    await visitor.opens({ body: SETTINGS })
    if (file === 'guide.js') await visitor.opensSettings()
    await visitor.loses(file)
    await page.locator(selector).hover()
    await expect.poll(() => visitor.warnings).toHaveLength(1)
    await visitor.finds(file)
    expect([visitor.asked, visitor.requests()]).toEqual([[], []])
    await page.locator(selector).click()
    await expect(file === 'guide.js' ? visitor.guide : visitor.preferences).toBeVisible()
    expect([visitor.asked, visitor.faults]).toEqual([[], [expect.any(String)]])
  })

for (const way of SDK_WAYS)
  test(`${way}: clicking on the settings while their file is loading shows a loading message`, async ({
    visitor,
    page,
  }) => {
    const { banner, openPreferences, status, settingsLink: link } = visitor
    const release = await visitor.waitsFor('preferences.js')
    visitor.serves({ way, body: SETTINGS })
    await page.goto(SDK_PAGE, { waitUntil: 'domcontentloaded' })
    await openPreferences.click()
    for (const busy of [banner, link]) await expect(busy).toHaveAttribute('aria-busy', 'true')
    await expect(openPreferences).toHaveCSS('cursor', 'progress')
    await expect(status).toHaveText('Cookie settings…')
    release()
    await expect(visitor.preferences).toBeVisible()
    await expect(status).toBeEmpty()
    await expect(link).not.toHaveAttribute('aria-busy')
    await page.keyboard.press('Escape')
    await expect(banner).toBeVisible()
    await expect(banner).not.toHaveAttribute('aria-busy')

    await test.step('for a visitor who has answered the message is in view', async () => {
      await visitor.rejects()
      const releasePreferences = await visitor.waitsFor('preferences.js')
      await visitor.reloads()
      await link.click()
      await expect(link).toHaveAttribute('aria-busy', 'true')
      await expect(visitor.toast).toHaveText('Cookie settings…')
      await expect(visitor.toast).toHaveCSS('opacity', '1')
      releasePreferences()
      await expect(visitor.preferences).toBeVisible()
      await expect(visitor.toast).toHaveCount(0)
      await expect(link).not.toHaveAttribute('aria-busy')
    })
  })
