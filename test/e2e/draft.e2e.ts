import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames } from '../support/observe.ts'
import { recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE } from '../support/sdk-page.ts'

const BODY = '<a href="/cookies" data-consent-open>Cookies</a>'

const UNSAVED = {
  en: 'Your changes are not saved yet.',
  ko: '변경하신 내용이 아직 저장되지 않았습니다.',
  ja: '変更は保存されていません。',
}

/** What closes the dialog without an answer. */
const WAYS_OUT = {
  Esc: (page: Page) => page.keyboard.press('Escape'),
  'a click beside the dialog': (page: Page) => page.mouse.click(4, 4),
  'the close button': (page: Page) => new ConsentView(page).close.click(),
}

for (const [way, leave] of Object.entries(WAYS_OUT))
  test(`${way}: a changed switch is kept, the next opening says that it is not saved, and nothing runs`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { body: BODY })
    const view = new ConsentView(page)
    const unsaved = view.preferences.locator('#unsaved')
    await page.goto(SDK_PAGE)
    await view.openPreferences.click()
    await expect(unsaved).toHaveCount(0)
    await view.switch('analytics').check()
    await leave(page)
    await expect(view.banner).toBeVisible()
    await view.openPreferences.click()
    await expect(view.switch('analytics')).toBeChecked()
    await expect(unsaved).toHaveText(UNSAVED.en)
    await expect(view.preferences).toHaveAccessibleDescription(UNSAVED.en)
    expect(site.google).toEqual([])
    expect(await cookieNames(context)).toEqual([])
    for (const language of ['ko', 'ja'] as const) {
      await page.evaluate(tag => window.spaceoneConsent.setLanguage(tag), language)
      await expect(unsaved).toHaveText(UNSAVED[language])
    }
    await view.save.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
    await page.getByText('Cookies', { exact: true }).click()
    await expect(view.switch('analytics')).toBeChecked()
    await expect(unsaved).toHaveCount(0)
  })

test('a refusal in the banner ends the draft, and the hash of the notice is the same with a draft and without [18]', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { body: BODY })
  const view = new ConsentView(page)
  const open = () => page.getByText('Cookies', { exact: true }).click()
  await page.goto(SDK_PAGE)
  await view.openPreferences.click()
  await view.switch('analytics').check()
  await page.keyboard.press('Escape')
  await view.rejectAll.click()
  await open()
  await expect(view.switch('analytics')).not.toBeChecked()
  await expect(view.preferences.locator('#unsaved')).toHaveCount(0)
  /** Saves once the hash has been worked out, and returns it. */
  const save = async () => {
    await page.waitForTimeout(500)
    await view.save.click()
    return (await recordIn(context))?.h
  }
  const first = await save()
  await open()
  await view.switch('analytics').check()
  await page.keyboard.press('Escape')
  await open()
  await expect(view.preferences.locator('#unsaved')).toBeVisible()
  expect(await save()).toBe(first)
  expect(first).toMatch(/^[\w-]{22}$/)
})

test('each purpose is a heading in the dialog, and each button that opens details says whose they are [37, 43]', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { body: BODY, attributes: 'data-categories="marketing"' })
  const { openPreferences, preferences } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await openPreferences.click()
  await expect(preferences.getByRole('heading', { level: 2 })).toHaveText(['Cookie settings'])
  await expect(preferences.getByRole('heading', { level: 3 })).toHaveText([
    'Strictly necessary',
    'Usage statistics',
    'Advertising',
  ])
  await expect(preferences.locator('.purpose summary')).toHaveText([
    'Data and cookies',
    'Data and cookies',
  ])
  for (const [at, name] of ['Strictly necessary', 'usage statistics'].entries())
    await expect(preferences.locator('.purpose summary').nth(at)).toHaveAccessibleName(
      `Data and cookies: ${name}`,
    )
  await expect(preferences.getByRole('group', { name: 'Optional' })).toBeVisible()
  await expect(preferences.getByRole('switch', { name: 'Usage statistics' })).not.toBeChecked()
})
