import { expect } from '@playwright/test'
import { ALL_BLOCKS } from '../support/blocks.ts'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

/** Sets `navigator.globalPrivacyControl` in a page, as a browser that sends the signal does. */
const SEND_GPC = () =>
  Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
    configurable: true,
    get: () => true,
  })

const NOTHING = { granted: { analytics: false }, pending: [] }

test('Global Privacy Control counts as a refusal: nothing is asked, stored or sent, and the settings say so, until the visitor grants [31]', async ({
  visitor,
  page,
}) => {
  const { blocks, banner } = visitor
  await page.addInitScript(SEND_GPC)
  await visitor.opens({ body: ALL_BLOCKS + SETTINGS })
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
    await visitor.opensSettings()
    await visitor.openRecord.click()
    await expect(visitor.record).toContainText('Global Privacy Control was on')
  })
})

test('Global Privacy Control that appears after a grant overrides the grant, on the next page and on the return to this one [31]', async ({
  visitor,
  page,
}) => {
  await visitor.opensPortal()
  await visitor.accepts()
  await expect.poll(visitor.events).toEqual(['page_view'])
  expect(await visitor.cookies()).toContain('_ga')
  await visitor.sendsNothing(async () => {
    await visitor.pushes('queued')
    await page.evaluate(SEND_GPC)
    await visitor.comesBack()
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')))
  })
  expect(await visitor.state()).toMatchObject(NOTHING)

  await page.addInitScript(SEND_GPC)
  await visitor.sendsNothing(() => visitor.goes('/en/pricing.html'))
  expect(await visitor.cookies()).toEqual(['spaceone_consent'])
  await expect(visitor.banner).toBeHidden()
  expect(await visitor.state()).toMatchObject({ status: 'undecided', ...NOTHING })
})
