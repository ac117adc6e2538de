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

/** Checked in Firefox too with `FULL=1`. The others differ only in the length of their texts. */
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

const checkPart = async (part: Locator, name: PartName, what: string, isShared: boolean) => {
  const page = part.page()
  const hosts = page.locator(hostOf(name))
  for (const theme of isShared ? (['light', 'dark'] as const) : (['light'] as const)) {
    const place = `${what}, ${theme}`
    const rules = theme === 'dark' ? COLOUR_RULES : {}
    await turnTheme(page, theme)
    await test.step('surfaces', () => checkSurfaces(part, theme, place))
    await test.step('axe', () => checkAxe(page, place, [hostOf(name)], rules))
    if (WITH_ANSWERS.includes(name))
      await test.step('equal answers', () => checkEqualAnswers(part, place))
    await test.step('contrasts', () => checkContrasts(part, place))
  }
  await turnTheme(page, 'light')
  await test.step('targets', () => checkTargets(hosts, what))
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
  const tag = isShared ? [] : '@only-chromium'

  test(`every part of the interface in ${language}: axe finds no fault, answers look the same, targets and focus rings suffice, small windows and large text lose nothing [7, 8, 38, 39, 40, 43]`, {
    tag,
  }, async ({ visitor, page }) => {
    await walkParts(visitor, { language }, (part, name) =>
      test.step(name, async () => {
        const what = `${name}, ${language}`
        await checkPart(part, name, what, isShared)
        await checkMore[name]?.(part, what)
        const [first, last] = (isShared && ENDS[name]) || []
        if (first && last)
          await checkFocusSeen(part.locator(first).first(), part.locator(last), ALL_WINDOWS, what)
        await page.setViewportSize(DESK)
        if (isShared && name === 'guide') await checkEveryGuide(part, what)
      }),
    )
    await test.step('the message after erasing', () => checkErased(visitor, language))
  })

  test(`the banner as a card in ${language}: axe finds no fault, answers look the same, targets and focus rings suffice, small windows and large text lose nothing [7, 8, 39, 40, 43]`, {
    tag,
  }, async ({ visitor }) => {
    const { banner } = visitor
    await visitor.opensPortal({ language, attributes: 'data-position="left"' })
    await expect(banner).toBeVisible()
    await checkPart(banner, 'banner', `card, ${language}`, isShared)
  })
}
