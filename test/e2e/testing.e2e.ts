import { expect } from '@playwright/test'
import {
  acceptAll,
  choose,
  openPreferences,
  rejectAll,
} from '../../packages/consent/dist/testing.js'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

test('the helpers answer banner and preferences in any language', async ({ visitor, page }) => {
  const answers = async () => (await visitor.recorded())?.c
  const guide = '<a href="/privacy" data-consent-open="guide">guide</a>'
  await visitor.opens({ language: 'ja', body: guide + SETTINGS })
  await rejectAll(page)
  await expect.poll(answers).toEqual({ analytics: 0 })
  expect(visitor.requests()).toEqual([])
  await openPreferences(page)
  await choose(page, { analytics: true })
  await expect.poll(answers).toEqual({ analytics: 1 })
  await expect.poll(visitor.events).toEqual(['page_view'])

  await visitor.forgets()
  await visitor.reloads()
  await acceptAll(page)
  await expect.poll(visitor.recorded).toMatchObject({ m: 'accept' })

  // `openPreferences` uses the banner, or else the button.
  await visitor.forgets()
  await visitor.opens({ attributes: 'data-button="right"' })
  for (const analytics of [false, true]) {
    await openPreferences(page)
    await choose(page, { analytics })
    const c = { analytics: Number(analytics) }
    await expect.poll(visitor.recorded).toMatchObject({ c, s: 'preferences' })
    await visitor.reloads()
  }
})
