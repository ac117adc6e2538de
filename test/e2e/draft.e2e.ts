import { expect } from '@playwright/test'
import { SETTINGS } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

/** Ways to close the dialog without an answer; everywhere/accessibility.ts has Esc. */
const WAYS_OUT = {
  'a click beside the dialog': ({ page }: Visitor) => page.mouse.click(4, 4),
  'the close button': ({ close }: Visitor) => close.click(),
}

for (const [way, leave] of Object.entries(WAYS_OUT))
  test(`${way}: a changed switch is kept, the focus goes back, the next opening says that the switch is not saved, and nothing runs [4, 36]`, async ({
    visitor,
  }) => {
    const { unsaved } = visitor
    const analytics = visitor.switch('analytics')
    await visitor.opens({ body: SETTINGS })
    await visitor.openPreferences.click()
    await expect(unsaved).toHaveCount(0)
    await analytics.check()
    await leave(visitor)
    await expect(visitor.openPreferences).toBeFocused()
    await visitor.isAsked()
    await visitor.openPreferences.click()
    await expect(analytics).toBeChecked()
    await expect(visitor.preferences).toHaveAccessibleDescription('Your changes are not saved yet.')
    // The sentence about unsaved changes is not part of the notice that is hashed.
    await expect(unsaved).toHaveAttribute('data-own')
    expect(visitor.requests()).toEqual([])
    await visitor.save.click()
    await expect.poll(visitor.events).toEqual(['page_view'])
    await visitor.opensSettings()
    await expect(analytics).toBeChecked()
    await expect(unsaved).toHaveCount(0)
  })

test('a refusal in the banner ends the draft', async ({ visitor }) => {
  const analytics = visitor.switch('analytics')
  await visitor.opens({ body: SETTINGS })
  await visitor.openPreferences.click()
  await analytics.check()
  await visitor.keys.press('Escape')
  await visitor.rejects()
  await visitor.opensSettings()
  await expect(analytics).not.toBeChecked()
  await expect(visitor.unsaved).toHaveCount(0)
})

test('each button that opens details says whose they are, and the policy and its earlier versions are linked [15, 37, 43]', async ({
  visitor,
}) => {
  const { preferences } = visitor
  await visitor.opens({ attributes: 'data-categories="marketing"' })
  await visitor.openPreferences.click()
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
