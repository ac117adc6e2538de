import { expect, type Locator, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { type LayerName, WITH_ANSWERS, walkLayers } from '../support/layers.ts'
import { COLOUR_RULES, checkAxe } from '../support/layout-checks/axe.ts'
import { checkEqualAnswers } from '../support/layout-checks/equal-answers.ts'
import { checkFocusRings } from '../support/layout-checks/focus-rings.ts'
import { ALL_WINDOWS, checkFocusSeen } from '../support/layout-checks/focus-seen.ts'
import { checkHalfOfWindow, checkNothingLost } from '../support/layout-checks/nothing-lost.ts'
import { checkSurfaces } from '../support/layout-checks/surfaces.ts'
import { checkTargets } from '../support/layout-checks/targets.ts'
import { turnTheme } from '../support/turn-theme.ts'
import { LANGUAGES, visitPortal } from '../support/visit-portal.ts'

// Every check on every layer is made on one page: on a busy machine that takes its time.
test.slow()

/**
 * The language that both engines show; the others differ in the length of their texts alone, which one
 * engine tells. Checks that do not depend on the length of a text are made in this language.
 */
const SHARED_LANGUAGE = 'ko'

const DESK = { width: 1280, height: 720 }

/** The element of ours that holds a layer. */
const hostOf = (name: LayerName) => {
  if (name === 'placeholder') return 'spaceone-consent-placeholder'
  return name === 'blocks of a page' ? 'spaceone-consent-block' : 'spaceone-consent'
}

/** The first and the last control of the layers that scroll. */
const ENDS: Partial<Record<LayerName, readonly [string, string]>> = {
  'banner with its details open': ['a', '#accept-all'],
  preferences: ['#close', '#save'],
  guide: ['#back', '.guide a >> nth=-1'],
}

/** Makes the checks that every layer has to pass. */
const checkLayer = async (layer: Locator, name: LayerName, what: string) => {
  const page = layer.page()
  const hosts = page.locator(hostOf(name))
  for (const theme of ['light', 'dark'] as const) {
    const place = `${what}, ${theme}`
    const rules = theme === 'dark' ? COLOUR_RULES : {}
    await turnTheme(page, theme)
    await test.step('surfaces', () => checkSurfaces(layer, theme, place))
    await test.step('axe', () => checkAxe(page, place, [hostOf(name)], rules))
    if (WITH_ANSWERS.includes(name))
      await test.step('equal answers', () => checkEqualAnswers(layer, place))
    await test.step('focus rings', () => checkFocusRings(hosts, place))
  }
  await turnTheme(page, 'light')
  await test.step('targets', () => checkTargets(hosts, what))
  const browsers = layer.locator('#browser')
  // The guide with everything that a guide can show.
  if (await browsers.count()) await browsers.selectOption('firefox')
  await test.step('nothing lost', () => checkNothingLost(layer, what))
}

/** Makes the checks of some layers alone. */
const checkMore: Partial<Record<LayerName, (layer: Locator, what: string) => Promise<void>>> = {
  'banner with its details open': checkHalfOfWindow,
  'blocks of a page': (layer, what) => checkAxe(layer.page(), `the page around: ${what}`, ['html']),
}

/** Checks the guide to every browser with axe. */
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

/** Erases everything from the preferences, and checks what is said then. */
const checkErased = async (page: Page, language: string) => {
  const view = new ConsentView(page)
  await view.settingsLink.click()
  await view.openRecord.click()
  await view.askErase.click()
  await view.erase.click()
  await expect(view.erased).toBeFocused()
  await checkAxe(page, `preferences after everything is erased, ${language}`, [
    hostOf('preferences'),
  ])
}

for (const language of LANGUAGES) {
  const isShared = language === SHARED_LANGUAGE
  const tag = isShared ? [] : '@only-chromium'

  test(`every layer in ${language}: axe finds nothing, answers look the same, targets and focus suffice, small windows and large letters lose nothing [7, 8, 38, 39, 40, 43]`, {
    tag,
  }, async ({ page }) => {
    await walkLayers(page, { language }, (layer, name) =>
      test.step(name, async () => {
        const what = `${name}, ${language}`
        await checkLayer(layer, name, what)
        await checkMore[name]?.(layer, what)
        const [first, last] = (isShared && ENDS[name]) || []
        if (first && last)
          await checkFocusSeen(layer.locator(first).first(), layer.locator(last), ALL_WINDOWS, what)
        await page.setViewportSize(DESK)
        if (isShared && name === 'guide') await checkEveryGuide(layer, what)
      }),
    )
    await test.step('erased', () => checkErased(page, language))
  })

  test(`the banner as a card in ${language}: axe finds nothing, answers look the same, targets and focus suffice, small windows and large letters lose nothing [7, 8, 39, 40, 43]`, {
    tag,
  }, async ({ page }) => {
    const { banner } = await visitPortal(page, { language, attributes: 'data-position="left"' })
    await expect(banner).toBeVisible()
    await checkLayer(banner, 'banner', `card, ${language}`)
  })
}
