import { expect } from '@playwright/test'
import {
  acceptAll,
  choose,
  openPreferences,
  rejectAll,
} from '../../packages/consent/dist/testing.js'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

for (const language of ['en', 'ko', 'ja'])
  test(`the helpers answer the banner in any language: ${language}`, async ({ visitor, page }) => {
    const answers = async () => (await visitor.recorded())?.c
    await visitor.opens({
      language,
      body: `<a href="/privacy" data-consent-open="guide">guide</a>${SETTINGS}`,
    })
    await rejectAll(page)
    await expect.poll(answers).toEqual({ analytics: 0 })
    expect(visitor.requests()).toEqual([])
    await openPreferences(page)
    await choose(page, { analytics: true })
    await expect.poll(answers).toEqual({ analytics: 1 })
    await expect.poll(visitor.events).toEqual(['page_view'])
  })

test('the helpers accept everything, and open the preferences from the banner and by the button', async ({
  visitor,
  page,
}) => {
  await visitor.opens({ attributes: 'data-button="right"' })
  await openPreferences(page)
  await choose(page, { analytics: false })
  await expect.poll(visitor.recorded).toMatchObject({ s: 'preferences' })
  await visitor.reloads()
  await openPreferences(page)
  await choose(page, { analytics: true })
  await expect.poll(visitor.recorded).toMatchObject({ c: { analytics: 1 } })

  await visitor.forgets()
  await visitor.reloads()
  await acceptAll(page)
  await expect.poll(visitor.recorded).toMatchObject({ m: 'accept' })
})
