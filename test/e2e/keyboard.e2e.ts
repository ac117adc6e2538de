import { expect } from '@playwright/test'
import { RICH, test } from '../support/visitor.ts'

// The test presses many keys and checks the focus after each one, which is slow on a busy machine.
test.slow()

test('the guide works by keyboard; its Back button keeps unsaved answers and returns the focus to the control that opened the guide [34]', async ({
  visitor,
}) => {
  await visitor.opensPortal({ attributes: RICH })
  await expect(visitor.banner).toBeVisible()
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

  await keys.goTo(guide.locator('#browser'))
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
