import { expect } from '@playwright/test'
import { ALL_BLOCKS } from '../support/markup.ts'
import { SDK_WAYS, SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const SEND_GPC = () =>
  Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
    configurable: true,
    get: () => true,
  })

const HONOURED = '거부 신호(GPC)를 반영했습니다'

const NOTHING = { granted: { analytics: false }, pending: [] }

test('Global Privacy Control counts as a refusal: nothing is asked, stored or sent, and the settings, their button and the status block say so, until the visitor grants [14, 31]', async ({
  visitor,
  page,
}) => {
  const { blocks, banner } = visitor
  await page.addInitScript(SEND_GPC)
  const attributes = 'data-button="right"'
  await visitor.opens({ language: 'ko', attributes, body: ALL_BLOCKS + SETTINGS })
  for (const part of [visitor.settingsButton, blocks.status])
    await expect(part).toContainText(HONOURED)
  await visitor.opens({ attributes, body: ALL_BLOCKS + SETTINGS })
  await expect(blocks.form).toBeVisible()
  await visitor.sendsNothing()
  expect(await visitor.state()).toEqual({ status: 'undecided', ...NOTHING, g: undefined })
  await visitor.opensSettings()
  for (const form of [blocks.form, visitor.preferences])
    await expect(form).toContainText('Your browser sends Global Privacy Control. We honour it')
  await expect(visitor.switch('analytics')).not.toBeChecked()
  await visitor.close.click()
  await expect(banner).toBeHidden()
  expect(await visitor.cookies()).toEqual([])

  await test.step('a later opt-in grants, and the record notes that the signal was present', async () => {
    await visitor.chooses('analytics', true)
    expect(await visitor.recorded()).toMatchObject({ c: { analytics: 1 }, g: 1, s: 'preferences' })
    await expect.poll(visitor.events).toEqual(['page_view'])
    visitor.site.google.length = 0
    await visitor.reloads()
    await expect.poll(visitor.events).toContain('page_view')
    await expect(blocks.form).toContainText('Your own choice counts.')
    for (const part of [visitor.settingsButton, blocks.status])
      await expect(part).not.toContainText('honoured')
    await visitor.opensSettings()
    await visitor.openRecord.click()
    await expect(visitor.record).toContainText('Global Privacy Control was on')
  })
})

for (const way of SDK_WAYS)
  test(`${way}: Global Privacy Control overrides a grant; without a button and a status block a small button says that Global Privacy Control is honoured, opens the settings and can be closed, and the page stays as it is [22, 31]`, async ({
    visitor,
    page,
  }) => {
    const { settingsButton } = visitor
    const hide = page.locator('spaceone-consent #hide')
    const body = `<main style="height:200vh">Text</main>${SETTINGS}`
    const placeOfLink = () => visitor.settingsLink.boundingBox()
    await visitor.opens({ way, body })
    await visitor.isAsked()
    await expect(settingsButton).toHaveCount(0)
    const before = await placeOfLink()
    await visitor.accepts()
    await expect.poll(visitor.events).toEqual(['page_view'])
    expect(await visitor.cookies()).toContain('_ga')

    await test.step('it overrides the grant, on the return to this page and on the next', async () => {
      await visitor.sendsNothing(async () => {
        // In one task, before the tag sends the event.
        await page.evaluate(`(${SEND_GPC})(); gtag('event', 'queued')
          document.dispatchEvent(new Event('visibilitychange'))
          window.dispatchEvent(new PageTransitionEvent('pagehide'))`)
        expect(await visitor.state()).toMatchObject(NOTHING)
        await page.addInitScript(SEND_GPC)
        await visitor.reloads()
      })
      expect(await visitor.state()).toMatchObject({ status: 'undecided', ...NOTHING })
    })
    await expect(settingsButton).toHaveText('Cookie settingsOpt-out signal (GPC) honoured')
    await expect(visitor.banner).toBeHidden()
    expect(await placeOfLink()).toEqual(before)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])

    await settingsButton.click()
    await expect(visitor.preferences).toContainText('We honour it')
    await visitor.close.click()
    await expect(settingsButton).toBeFocused()
    await hide.click()
    await expect(hide).toHaveCount(0)
    await expect(settingsButton).toHaveCount(0)
    await visitor.opensSettings()
    await visitor.close.click()
    await expect(settingsButton).toHaveCount(0)
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
  })
