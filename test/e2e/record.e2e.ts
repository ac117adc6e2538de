import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { Blocks, block } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { downloadOf } from '../support/download.ts'
import { cookieNames } from '../support/observe.ts'
import { PORTAL } from '../support/portal-site.ts'
import { answeredBefore, recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, started } from '../support/sdk-page.ts'

const DAY = 86_400
const BODY = `<button onclick="spaceoneConsent.openPreferences()">settings</button>${block('status')}${block('preferences')}`

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

const openSettings = async (page: Page) => {
  await page.getByText('settings', { exact: true }).click()
  return new ConsentView(page)
}

/** Makes the browser send Global Privacy Control. */
const signalPrivacy = (context: BrowserContext) =>
  context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      configurable: true,
      get: () => true,
    }),
  )

test('a visitor sees the whole record of the last decision, and downloads exactly the stored record [17, 20]', async ({
  context,
  page,
  browserName,
}) => {
  const site = await playSdkPage(context, { body: BODY })
  await page.goto(SDK_PAGE)
  const view = await openSettings(page)
  await expect(view.record).toHaveCount(0)
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  await view.switch('analytics').check()
  await view.save.click()
  const record = await recordIn(context)

  await openSettings(page)
  const own = view.record.locator('.own').first()
  await expect(own).toBeHidden()
  await view.openRecord.click()
  for (const words of ['usage statistics', 'Chosen one by one', 'In the cookie settings', '1'])
    await expect(view.record).toContainText(words)
  await expect(view.record).toContainText(`${record?.h}`)
  const { name, text } = await downloadOf(page, browserName, () =>
    view.preferences.locator('#download').click(),
  )
  expect(name).toBe('cookie-consent.json')
  const file = JSON.parse(text)
  expect(file.record).toEqual(record)
  expect(file.history).toEqual([record])
  expect(file).toMatchObject({
    privacy_notice: { version: '1', url: `${PORTAL}/privacy`, hash: record?.h },
    pii_controllers: [{ party_name: 'www.spaceone.test' }],
    purposes: [
      {
        purpose: 'analytics',
        purpose_name: 'usage statistics',
        event_state: 'given',
        services: [
          {
            service: 'Google Analytics',
            event_state: 'given',
            recipient_third_parties: [{ party_name: 'Google LLC', party_country: 'US' }],
          },
        ],
      },
    ],
    withdrawal_method: `Cookie settings, ${PORTAL}`,
  })
  await expect(view.preferences).toBeVisible()
})

test('Global Privacy Control counts as a refusal: nothing is asked, stored or sent, and the settings say so [31]', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { body: BODY })
  await signalPrivacy(context)
  const blocks = new Blocks(page)
  await page.goto(SDK_PAGE)
  await expect(blocks.form).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  const view = await openSettings(page)
  for (const form of [blocks.form, view.preferences])
    await expect(form).toContainText('Your browser sends Global Privacy Control. We honour it')
  await expect(view.switch('analytics')).not.toBeChecked()
  await view.close.click()
  await expect(view.banner).toBeHidden()
  expect(await cookieNames(context)).toEqual([])

  await test.step('a later opt-in grants, and the record notes that the signal was present', async () => {
    await openSettings(page)
    await view.switch('analytics').check()
    await view.save.click()
    expect(await recordIn(context)).toMatchObject({ c: { analytics: 1 }, g: 1, s: 'preferences' })
    await expect.poll(() => site.events()).toEqual(['page_view'])
    await page.reload()
    await expect(blocks.form).toContainText('Your own choice counts.')
    await openSettings(page)
    await view.openRecord.click()
    await expect(view.record).toContainText('Global Privacy Control was on')
  })
})

test('a grant made before the browser sent Global Privacy Control runs nothing', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { body: BODY })
  await signalPrivacy(context)
  await answeredBefore(context, { c: { analytics: 1 }, m: 'accept' })
  await page.goto(SDK_PAGE)
  await expect(new Blocks(page).form).toContainText('We honour it')
  await page.waitForTimeout(SETTLE)
  await expect(new ConsentView(page).banner).toBeHidden()
  expect(site.google).toEqual([])
})

for (const [status, before, note] of [
  ['outdated', { p: '0.9' }, 'The policy has changed since your choice.'],
  [
    'expired',
    { t: Math.floor(Date.now() / 1000) - 200 * DAY, e: Math.floor(Date.now() / 1000) - 20 * DAY },
    'Your choice has expired.',
  ],
] as const)
  test(`a grant that is ${status} runs nothing, the banner asks again, and page and record say why [26]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { body: BODY })
    await answeredBefore(context, { c: { analytics: 1 }, m: 'accept', ...before })
    const blocks = new Blocks(page)
    await page.goto(SDK_PAGE)
    await started(page)
    const view = new ConsentView(page)
    await expect(view.banner).toBeVisible()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    expect(await page.evaluate(() => window.spaceoneConsent.$state.get().status)).toBe(status)
    await expect(blocks.status).toContainText(note)
    await openSettings(page)
    await expect(view.switch('analytics')).not.toBeChecked()
    await view.openRecord.click()
    await expect(view.record).toContainText(note)
    await view.switch('analytics').check()
    await view.save.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
    expect(await recordIn(context)).toMatchObject({ p: '1', n: 2, c: { analytics: 1 } })
    await expect(blocks.status).not.toContainText(note)
  })
