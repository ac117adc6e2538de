import { expect, type Locator } from '@playwright/test'
import { type PartName, WITH_ANSWERS, walkParts } from '../support/interface-parts.ts'
import { COLOUR_RULES, checkAxe } from '../support/layout-checks/axe.ts'
import { checkContrasts } from '../support/layout-checks/contrasts.ts'
import { checkEqualAnswers } from '../support/layout-checks/equal-answers.ts'
import { ALL_WINDOWS, checkFocusSeen } from '../support/layout-checks/focus-seen.ts'
import { checkNothingLost } from '../support/layout-checks/nothing-lost.ts'
import { checkSurfaces, turnTheme } from '../support/layout-checks/surfaces.ts'
import { checkTargets } from '../support/layout-checks/targets.ts'
import { LANGUAGES, test, type Visitor } from '../support/visitor.ts'

// Each test makes many checks on parts of the interface, which is slow on a busy machine.
test.slow()

/**
 * The language that the short run checks, and that a full run checks in Firefox too. The others
 * differ only in the length of their texts.
 */
const SHARED_LANGUAGE = 'ko'

const DESK = { width: 1280, height: 720 }

const hostOf = (name: PartName) => {
  if (name === 'placeholder') return 'spaceone-consent-placeholder'
  return name === 'blocks of a page' ? 'spaceone-consent-block' : 'spaceone-consent'
}

const ENDS: Partial<Record<PartName, readonly [string, string]>> = {
  'banner with its details open': ['a', '#accept-all'],
  preferences: ['#close', '#save'],
  guide: ['#back', '.guide a >> nth=-1'],
}

const checkTheme = async (
  part: Locator,
  name: PartName,
  what: string,
  theme: 'light' | 'dark' = 'light',
) => {
  const page = part.page()
  const place = `${what}, ${theme}`
  const rules = theme === 'dark' ? COLOUR_RULES : {}
  await turnTheme(page, theme)
  await test.step('surfaces', () => checkSurfaces(part, theme, place))
  await test.step('axe', () => checkAxe(page, place, [hostOf(name)], rules))
  if (WITH_ANSWERS.includes(name))
    await test.step('equal answers', () => checkEqualAnswers(part, place))
  await test.step('contrasts', () => checkContrasts(part, place))
  if (theme === 'dark') await turnTheme(page, 'light')
}

/** Checks in the light theme, and in a narrow and a wide window, what each part has to be. */
const checkPart = async (part: Locator, name: PartName, what: string) => {
  await checkTheme(part, name, what)
  const hosts = part.page().locator(hostOf(name))
  await test.step('targets', () => checkTargets(hosts, what))
}

const checkSmall = async (part: Locator, what: string) => {
  const browsers = part.locator('#browser')
  // The guide for Firefox contains every kind of element that a guide can have.
  if (await browsers.count()) await browsers.first().selectOption('firefox')
  await test.step('nothing lost', () => checkNothingLost(part, what))
}

/** Checks that the heading of the dialog fits on one line of a small phone. */
const checkHeading = async (dialog: Locator, what: string) => {
  await dialog.page().setViewportSize({ width: 320, height: 568 })
  const lines = await dialog.locator('h2').evaluate(heading => {
    const range = document.createRange()
    range.selectNodeContents(heading)
    return range.getClientRects().length
  })
  expect.soft(lines, `lines of the heading: ${what}`).toBe(1)
}

const checkMore: Partial<Record<PartName, (part: Locator, what: string) => Promise<void>>> = {
  preferences: checkHeading,
  guide: checkHeading,
  'blocks of a page': (part, what) => checkAxe(part.page(), `the page around: ${what}`, ['html']),
}

const checkEveryGuide = async (guide: Locator, what: string) => {
  const select = guide.locator('#browser')
  const browsers = await select
    .locator('option')
    .evaluateAll(options => options.map(option => (option as HTMLOptionElement).value))
  expect(browsers.length).toBeGreaterThan(10)
  for (const browser of browsers) {
    await select.selectOption(browser)
    await checkAxe(guide.page(), `${what}, ${browser}`, [hostOf('guide')])
  }
  await select.selectOption('firefox')
}

const checkErased = async (view: Visitor, language: string) => {
  await view.opensSettings()
  await view.openRecord.click()
  await view.askErase.click()
  await view.erase.click()
  await expect(view.erased).toBeFocused()
  await checkAxe(view.page, `preferences after everything is erased, ${language}`, [
    hostOf('preferences'),
  ])
}

for (const language of LANGUAGES) {
  const isShared = language === SHARED_LANGUAGE
  const tag = isShared ? [] : ['@full', '@only-chromium']

  test(`every part of the interface in ${language}: axe finds no fault, answers look the same, contrasts and targets suffice [7, 8, 39, 43]`, {
    tag,
  }, async ({ visitor, page }) => {
    await walkParts(visitor, { language }, (part, name) =>
      test.step(name, async () => {
        await checkPart(part, name, `${name}, ${language}`)
        await page.setViewportSize(DESK)
      }),
    )
    await test.step('the message after erasing', () => checkErased(visitor, language))
  })

  test(`every part of the interface in ${language}: small windows and large text lose nothing${isShared ? ', focus rings are seen, and the dark theme suffices as well' : ''} [38, 39, 40, 43]`, {
    tag: isShared ? '@full' : tag,
  }, async ({ visitor, page }) => {
    await walkParts(visitor, { language }, (part, name) =>
      test.step(name, async () => {
        const what = `${name}, ${language}`
        if (isShared) await checkTheme(part, name, what, 'dark')
        await checkSmall(part, what)
        await checkMore[name]?.(part, what)
        const [first, last] = (isShared && ENDS[name]) || []
        if (first && last)
          await checkFocusSeen(part.locator(first).first(), part.locator(last), ALL_WINDOWS, what)
        await page.setViewportSize(DESK)
        if (isShared && name === 'guide') await checkEveryGuide(part, what)
      }),
    )
  })

  test(`the banner as a card in ${language}: axe finds no fault, answers look the same, contrasts and targets suffice, small windows and large text lose nothing [7, 8, 39, 40, 43]`, {
    tag,
  }, async ({ visitor }) => {
    const { banner } = visitor
    const what = `card, ${language}`
    await visitor.opensPortal({ language, attributes: 'data-position="left"' })
    await expect(banner).toBeVisible()
    await checkPart(banner, 'banner', what)
    if (isShared) await checkTheme(banner, 'banner', what, 'dark')
    await checkSmall(banner, what)
  })
}
