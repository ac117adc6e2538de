import { expect } from '@playwright/test'
import { PLACEMENTS, type Placement } from '../support/portal-site.ts'
import { test } from '../support/visitor.ts'

/** Covers every placement of the script tag, and every language at least once. */
const LANGUAGES = { en: 'Reject', ko: '거부', ja: '拒否' }
const CASES = (Object.keys(PLACEMENTS) as Placement[]).map(
  (placement, at) => [placement, (['ko', 'ja', 'en', 'ko'] as const)[at] ?? 'en'] as const,
)

for (const [placement, language] of CASES)
  test(`Google runs only between opt-in and withdrawal: tag ${placement}, in ${language} [1, 2, 4, 23, 24]`, {
    tag: '@firefox',
  }, async ({ visitor, page }) => {
    const { site, banner } = visitor

    await test.step('the first visit shows the banner, and nothing is requested or stored', async () => {
      await visitor.opensPortal({ placement, language })
      await expect(banner).toBeVisible()
      await page.mouse.wheel(0, 2000)
      await visitor.goes(`/${language}/pricing.html`)
      await expect(visitor.rejectAll).toHaveText(LANGUAGES[language])
      await visitor.isAsked()
    })

    await test.step('the refusal is stored, and consent.js alone is loaded from then on', async () => {
      await visitor.rejects()
      await visitor.reloads()
      site.files.length = 0
      await visitor.goes(`/${language}/`)
      await visitor.sendsNothing()
      await expect(banner).toBeHidden()
      expect(site.files).toEqual(['consent.js'])
      expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    })

    await test.step('granting analytics loads the tag once', async () => {
      await visitor.opensSettings()
      await expect(visitor.switch('analytics')).not.toBeChecked()
      await visitor.switch('analytics').check()
      expect(visitor.requests()).toEqual([])
      await visitor.save.click()
      await expect.poll(visitor.events).toEqual(['page_view'])
      expect(site.scripts().map(({ url }) => url.href)).toEqual([
        'https://www.googletagmanager.com/gtag/js?id=G-PORTAL2024',
      ])
      expect(site.google.at(-1)?.events[0]?.get('gcs')).toBe('G101')
      expect(await visitor.cookies()).toEqual(['_ga', '_ga_PORTAL2024', 'spaceone_consent'])
    })

    await test.step('on the next page the tag runs, and the banner does not ask', async () => {
      await visitor.goes(`/${language}/pricing.html`)
      const views = () => visitor.events().filter(name => name === 'page_view')
      await expect.poll(views).toHaveLength(2)
      await expect(banner).toBeHidden()
    })

    await test.step('withdrawing silences the tag at once, including an event already queued', async () => {
      await visitor.queuesAtSave('queued')
      await visitor.sendsNothing(async () => {
        await visitor.chooses('analytics', false)
        await expect(visitor.preferences).toBeHidden()
        await visitor.pushes('late')
        await visitor.settles()
        expect(await visitor.cookies()).toEqual(['spaceone_consent'])
        await visitor.goes(`/${language}/privacy.html`)
      })
      expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    })

    expect(visitor.faults).toEqual([])
  })
