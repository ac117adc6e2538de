import { expect } from '@playwright/test'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

// everywhere/accessibility.ts has Esc.
test('closed by a click beside it or by its button, the dialog keeps a changed switch, and says so at the next opening, the focus goes back, and nothing runs; a refusal in the banner ends the draft; details and links have names [4, 15, 36, 37, 43]', async ({
  visitor,
  page,
}) => {
  const { unsaved, openPreferences, preferences } = visitor
  const analytics = visitor.switch('analytics')
  await visitor.opens({ body: SETTINGS, attributes: 'data-categories="marketing"' })
  await openPreferences.click()
  await expect(unsaved).toHaveCount(0)
  await test.step('each button that opens details says whose they are, and the policy and its earlier versions are linked', async () => {
    const summaries = preferences.locator('.purpose summary')
    await expect(summaries).toHaveText(Array(3).fill('Data and cookies'))
    for (const [at, name] of ['Strictly necessary', 'usage statistics', 'advertising'].entries())
      await expect(summaries.nth(at)).toHaveAccessibleName(`Data and cookies: ${name}`)
    await expect(preferences.getByRole('group', { name: 'Optional' })).toBeVisible()
    for (const [name, address] of [
      ['Privacy policy', '/privacy'],
      ['Earlier versions', '/privacy/earlier'],
    ] as const)
      await expect(preferences.getByRole('link', { name })).toHaveAttribute('href', address)
  })
  await analytics.check()
  for (const leave of [() => page.mouse.click(4, 4), () => visitor.close.click()]) {
    await leave()
    await expect(openPreferences).toBeFocused()
    await visitor.isAsked()
    await openPreferences.click()
    await expect(analytics).toBeChecked()
    await expect(preferences).toHaveAccessibleDescription('Your changes are not saved yet.')
    // The sentence about unsaved changes is not part of the notice that is hashed.
    await expect(unsaved).toHaveAttribute('data-own')
  }
  await visitor.keys.press('Escape')
  await visitor.rejects()
  await visitor.opensSettings()
  await expect(analytics).not.toBeChecked()
  await expect(unsaved).toHaveCount(0)
  await visitor.sendsNothing()
})
