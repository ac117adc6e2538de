import { expect, type Locator } from '@playwright/test'
import { type Opening, RICH, test, type Visitor } from '../support/visitor.ts'

// Each test presses many keys and checks the focus after each one, which is slow on a busy machine.
test.slow()

/** Opens the portal with several purposes, and waits for the banner. */
const open = async (visitor: Visitor, opening: Opening = {}) => {
  await visitor.opensPortal({ attributes: RICH, ...opening })
  await expect(visitor.banner).toBeVisible()
}

test('switches, services and details work with Space and Enter, Enter on Save stores the answers, and the message is closed with its button [34, 37, 42]', async ({
  visitor,
}) => {
  await open(visitor)
  const { preferences, save, status, keys } = visitor
  const [analytics, first, second] = ['analytics', 'analytics-0', 'analytics-1'].map(name =>
    visitor.switch(name),
  ) as [Locator, Locator, Locator]
  await keys.goTo(visitor.openPreferences)
  await keys.press('Enter')

  await keys.goTo(analytics)
  await keys.press('Space')
  await expect(analytics).toBeChecked()
  await expect(first).toBeChecked()
  await keys.press('Enter')
  await expect(preferences).toBeVisible()

  await keys.goTo(second)
  await keys.press('Space')
  await expect(second).not.toBeChecked()
  await expect(analytics).toBeChecked()

  await keys.goTo(preferences.locator('#switch-analytics ~ details > summary'))
  for (const [key, tables] of [
    ['Enter', 1],
    ['Space', 0],
  ] as const) {
    await keys.press(key)
    await expect(preferences.getByRole('table')).toHaveCount(tables)
  }

  await keys.goTo(save)
  expect(await visitor.cookies()).toEqual([])
  await keys.press('Enter')
  await expect(status).toHaveText('Your choices are saved.')
  expect(await keys.place()).not.toBe('none')
  expect(await visitor.recorded()).toMatchObject({
    c: { analytics: 1, marketing: 0, personalization: 0 },
    x: [expect.stringMatching('^analytics/Google')],
  })
  await visitor.dismiss.press('Enter')
  await expect(visitor.dismiss).toBeHidden()
  expect(await keys.place()).not.toBe('none')
})

test('when the control that opened the preferences has been removed, closing moves the focus to the settings button [36]', async ({
  visitor,
}) => {
  await open(visitor, { attributes: `${RICH} data-button="right"` })
  await visitor.rejectAll.press('Enter')
  await visitor.settingsLink.press('Enter')
  await expect(visitor.preferences).toBeVisible()
  await visitor.settingsLink.evaluate(link => link.remove())
  await visitor.keys.press('Escape')
  await expect(visitor.preferences).toBeHidden()
  await expect(visitor.settingsButton).toBeFocused()
})

test('the guide works by keyboard; its Back button keeps unsaved answers and returns the focus to the control that opened the guide [34]', async ({
  visitor,
}) => {
  await open(visitor)
  const { openPreferences, openGuide, guide, back, keys } = visitor
  const marketing = visitor.switch('marketing')
  await keys.goTo(openPreferences)
  await keys.press('Enter')
  await keys.goTo(marketing)
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

  const copy = guide.locator('#copy')
  const said = guide.locator('#copy + output')
  await keys.goTo(copy)
  await expect(said).toBeEmpty()
  await keys.press('Enter')
  await expect(said).toHaveText(/^(Copied|Selected)\. /)
  await expect(copy).toBeFocused()

  await keys.goTo(back, 'Shift+Tab')
  await keys.press('Enter')
  await expect(guide).toBeHidden()
  await expect(openGuide).toBeFocused()
  await expect(marketing).toBeChecked()

  await keys.press('Enter')
  await expect(back).toBeFocused()
  await keys.press('Escape')
  await expect(visitor.preferences).toBeHidden()
  await expect(openPreferences).toBeFocused()
  expect(await visitor.cookies()).toEqual([])
})

test('a preferences block in a page works by keyboard, and the focus stays on the same control after saving [34, 42]', async ({
  visitor,
}) => {
  await open(visitor, { path: '/en/privacy.html' })
  const { blocks, keys } = visitor
  await visitor.rejectAll.press('Enter')
  await blocks.switch.press('Space')
  await keys.goTo(blocks.save)
  await keys.press('Enter')
  await expect(visitor.status).toHaveText('Your choices are saved.')
  await expect(blocks.save).toBeFocused()
  await expect(blocks.switch).toBeChecked()
  expect(await visitor.recorded()).toMatchObject({ c: { analytics: 1, marketing: 0 } })
  expect(visitor.faults).toEqual([])
})
