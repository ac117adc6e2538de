import { expect, type Page, test } from '@playwright/test'
import { Keys } from '../support/keys.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { recordIn } from '../support/record.ts'
import { RICH, type Visit, visitPortal } from '../support/visit-portal.ts'

// Each test presses many keys and checks the focus after each one, which is slow on a busy machine.
test.slow()

/** A number of Tab presses larger than the number of focusable elements in the preferences. */
const STOPS = 20

/**
 * Returns whether the focus is in the dialog or on the browser's own controls, and so not on the
 * page behind the dialog.
 */
const isInside = (page: Page) =>
  page.evaluate(() => {
    const root = document.activeElement?.shadowRoot
    return !document.hasFocus() || !!root?.activeElement?.closest('dialog')
  })

/** Opens a page with the SDK, and returns helpers to press keys and read the focus. */
const visitByKeys = async (page: Page, visit: Visit = {}) => {
  const view = await visitPortal(page, { attributes: RICH, ...visit })
  await expect(view.banner).toBeVisible()
  return { ...view, view, keys: new Keys(page) }
}

/** Returns the visitor's answers from the record's cookie. */
const answersOf = async (page: Page) => {
  const record = await recordIn(page.context())
  return record && { ...record.c, ...(record.x && { without: record.x }) }
}

test('the banner takes no focus, comes first by Tab, and Tab leads on into the page and back [34, 35]', async ({
  page,
}) => {
  const { banner, acceptAll, keys } = await visitByKeys(page)
  expect(await keys.place()).toBe('none')
  expect(await page.evaluate(() => document.body.firstElementChild?.localName)).toBe(
    'spaceone-consent',
  )
  expect(await keys.goTo(banner.getByRole('link'))).toHaveLength(1)
  const skip = page.getByText('Skip to the content')
  expect(await keys.goTo(skip)).toEqual([
    'summary Details',
    'button#open-preferences Preferences',
    'button#reject-all Reject all',
    'button#accept-all Accept all',
    'a Skip to the content',
  ])
  expect(await keys.goTo(acceptAll, 'Shift+Tab')).toHaveLength(1)
  await keys.press('Escape')
  await expect(banner).toBeVisible()
  expect(await cookieNames(page.context())).toEqual([])
})

test('the details of the banner open and close with Enter and with Space [34]', async ({
  page,
}) => {
  const { banner, keys } = await visitByKeys(page)
  await keys.goTo(banner.locator('summary'))
  const details = banner.locator('dl')
  for (const key of ['Enter', 'Space']) {
    await keys.press(key)
    await expect(details).toBeVisible()
    await keys.press(key)
    await expect(details).toBeHidden()
  }
  expect(await keys.place()).toBe('summary Details')
})

for (const [key, start] of [
  ['Tab', 'close'],
  ['Shift+Tab', 'save'],
] as const)
  test(`in the open preferences ${key} never moves the focus to the page behind [34, 36]`, async ({
    page,
  }) => {
    const { openPreferences, preferences, keys } = await visitByKeys(page)
    await keys.goTo(openPreferences)
    await keys.press('Enter')
    await expect(preferences).toBeVisible()
    expect(await isInside(page)).toBe(true)
    expect(await keys.place()).toBe('button#close ×')
    await preferences.locator(`#${start}`).focus()
    for (let stop = 0; stop < STOPS; stop += 1) {
      await keys.press(key)
      expect(await isInside(page), await keys.place()).toBe(true)
    }
  })

test('switches, services and details work with Space and Enter, and Enter on Save stores the answers [34, 37]', async ({
  page,
}) => {
  const { view, openPreferences, preferences, save, status, keys } = await visitByKeys(page)
  await keys.goTo(openPreferences)
  await keys.press('Enter')

  await keys.goTo(view.switch('analytics'))
  await keys.press('Space')
  await expect(view.switch('analytics')).toBeChecked()
  await expect(view.switch('analytics-0')).toBeChecked()
  await keys.press('Enter')
  await expect(preferences).toBeVisible()

  await keys.goTo(view.switch('analytics-1'))
  await keys.press('Space')
  await expect(view.switch('analytics-1')).not.toBeChecked()
  await expect(view.switch('analytics')).toBeChecked()

  const summary = preferences.locator('#switch-analytics ~ details > summary')
  await keys.goTo(summary)
  for (const [key, isOpen] of [
    ['Enter', true],
    ['Space', false],
  ] as const) {
    await keys.press(key)
    await expect(preferences.getByRole('table')).toHaveCount(isOpen ? 1 : 0)
  }

  await keys.goTo(save)
  expect(await cookieNames(page.context())).toEqual([])
  await keys.press('Enter')
  await expect(status).toHaveText('Your choices are saved.')
  expect(await keys.place()).not.toBe('none')
  expect(await answersOf(page)).toEqual({
    analytics: 1,
    marketing: 0,
    personalization: 0,
    without: [expect.stringMatching('^analytics/Google')],
  })
})

/** The controls that open the preferences, each with the tag attributes that the control needs. */
const OPENERS = {
  'the banner': { id: 'open-preferences', attributes: '', isAnswered: false },
  "the page's own link": { id: '', attributes: '', isAnswered: true },
  'the settings button': { id: 'settings', attributes: 'data-button="left"', isAnswered: true },
}

/** The ways to close the preferences without saving. */
const WAYS_OUT = ['Escape', 'the close button']

for (const [name, { id, attributes, isAnswered }] of Object.entries(OPENERS))
  for (const way of WAYS_OUT)
    test(`closing the preferences by ${way} saves nothing and returns the focus to ${name} [4, 34, 36]`, async ({
      page,
    }) => {
      const { view, preferences, close, rejectAll, keys } = await visitByKeys(page, {
        attributes: `${RICH} ${attributes}`,
      })
      if (isAnswered) {
        await rejectAll.press('Enter')
        await expect(rejectAll).toBeHidden()
      }
      const before = await answersOf(page)
      const opener = id ? page.locator(`spaceone-consent #${id}`) : view.settingsLink
      await expect(opener).toBeVisible()
      await opener.focus()
      await keys.press('Enter')
      await expect(preferences).toBeVisible()
      await keys.goTo(view.switch('analytics'))
      await keys.press('Space')
      await expect(view.switch('analytics')).toBeChecked()
      if (way === 'Escape') await keys.press('Escape')
      else {
        await keys.goTo(close, 'Shift+Tab')
        await keys.press('Space')
      }
      await expect(preferences).toBeHidden()
      await expect(opener).toBeFocused()
      expect(await answersOf(page)).toEqual(before)
    })

for (const [button, next] of [
  ['', 'status'],
  ['data-button="right"', 'settings'],
] as const)
  test(`when the control that opened the preferences has been removed, closing moves the focus to the ${next} [36]`, async ({
    page,
  }) => {
    const { view, rejectAll, preferences, keys } = await visitByKeys(page, {
      attributes: `${RICH} ${button}`,
    })
    await rejectAll.press('Enter')
    await view.settingsLink.focus()
    await keys.press('Enter')
    await expect(preferences).toBeVisible()
    await view.settingsLink.evaluate(link => link.remove())
    await keys.press('Escape')
    await expect(preferences).toBeHidden()
    await expect(page.locator(`spaceone-consent #${next}`)).toBeFocused()
  })

test('the guide works by keyboard; its Back button keeps unsaved answers and returns the focus to the control that opened the guide [34]', async ({
  page,
}) => {
  const { view, openPreferences, openGuide, preferences, guide, back, keys } =
    await visitByKeys(page)
  await keys.goTo(openPreferences)
  await keys.press('Enter')
  await keys.goTo(view.switch('marketing'))
  await keys.press('Space')
  await keys.goTo(openGuide)
  await keys.press('Enter')
  await expect(guide).toBeVisible()
  await expect(back).toBeFocused()

  const chooser = guide.locator('#browser')
  const theirs = await chooser.inputValue()
  await keys.goTo(chooser)
  await keys.press('Home')
  await expect(chooser).not.toHaveValue(theirs)
  await expect(chooser).toBeFocused()

  await keys.goTo(guide.locator('#copy'))
  const said = guide.locator('#copy + output')
  await expect(said).toBeEmpty()
  await keys.press('Enter')
  await expect(said).toHaveText(/^(Copied|Selected)\. /)
  await expect(guide.locator('#copy')).toBeFocused()

  await keys.goTo(back, 'Shift+Tab')
  await keys.press('Enter')
  await expect(guide).toBeHidden()
  await expect(openGuide).toBeFocused()
  await expect(view.switch('marketing')).toBeChecked()

  await keys.press('Enter')
  await expect(back).toBeFocused()
  await keys.press('Escape')
  await expect(preferences).toBeHidden()
  await expect(openPreferences).toBeFocused()
  expect(await cookieNames(page.context())).toEqual([])
})

test('withdrawing takes as many key presses as granting, from any page [22]', async ({ page }) => {
  const { view, openPreferences, preferences, save, status, keys } = await visitByKeys(page, {
    attributes: '',
  })
  await keys.goTo(openPreferences)
  await keys.press('Enter')
  await keys.goTo(view.switch('analytics'))
  await keys.press('Space')
  await keys.goTo(save)
  await keys.press('Enter')
  await expect.poll(() => cookieNames(page.context())).toContain('_ga')

  await page.reload()
  await keys.goTo(view.settingsLink)
  await keys.press('Enter')
  await expect(preferences).toBeVisible()
  await expect(view.switch('analytics')).toBeChecked()
  await keys.goTo(view.switch('analytics'))
  await keys.press('Space')
  await keys.goTo(save)
  await keys.press('Enter')
  await expect(status).toHaveText('All optional cookies are refused.')
  await expect(view.settingsLink).toBeFocused()
  await expect.poll(() => cookieNames(page.context())).toEqual(['spaceone_consent'])
})

/**
 * Each answer button of the banner, and the words that the status message must contain afterwards.
 */
const ANSWERS = [
  ['reject-all', 'All optional cookies are refused.'],
  ['accept-all', 'All optional cookies are allowed.'],
] as const

for (const [id, said] of ANSWERS)
  test(`after ${id} in the banner the status element, which existed before, says what was saved and has the focus [24, 42]`, async ({
    page,
  }) => {
    const { banner, status, keys } = await visitByKeys(page)
    await expect(status).toHaveAttribute('role', 'status')
    await expect(status).toBeEmpty()
    await status.evaluate(element => {
      element.dataset['before'] = ''
    })
    await keys.goTo(banner.locator(`#${id}`))
    await keys.press('Space')
    await expect(banner).toBeHidden()
    await expect(status).toHaveText(said)
    await expect(status).toHaveAttribute('data-before', '')
    await expect(status).toBeFocused()
    // From the status message Tab leads on to the start of the page.
    expect(await keys.goTo(page.getByText('Skip to the content'))).toHaveLength(1)
  })

test('the message after saving can be closed with its button, and the focus stays on the page [42]', async ({
  page,
}) => {
  const { view, rejectAll, save, dismiss, keys } = await visitByKeys(page)
  await rejectAll.press('Enter')
  await view.settingsLink.press('Enter')
  await keys.goTo(save)
  await keys.press('Enter')
  await expect(view.settingsLink).toBeFocused()
  await expect(dismiss).toBeVisible()
  await dismiss.focus()
  await keys.press('Enter')
  await expect(dismiss).toBeHidden()
  expect(await keys.place()).not.toBe('none')
})

test('a preferences block in a page works by keyboard, and the focus stays on the same control after saving [34, 42]', async ({
  page,
}) => {
  const { view, rejectAll, keys } = await visitByKeys(page, { path: 'privacy.html' })
  const { errors } = listen(page)
  await rejectAll.press('Enter')
  const block = page.locator('[data-consent-preferences] spaceone-consent-block')
  const analytics = block.locator('#switch-analytics')
  await analytics.focus()
  await keys.press('Space')
  await keys.goTo(block.locator('#save'))
  await keys.press('Enter')
  await expect(view.status).toHaveText('Your choices are saved.')
  await expect(block.locator('#save')).toBeFocused()
  await expect(analytics).toBeChecked()
  expect(await answersOf(page)).toMatchObject({ analytics: 1, marketing: 0 })
  expect(errors).toEqual([])
})
