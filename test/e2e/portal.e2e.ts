import { expect } from '@playwright/test'
import { PLACEMENTS, type Placement } from '../support/portal-site.ts'
import { test } from '../support/visitor.ts'

/** Every placement of the script tag, with the languages in turn. */
const LANGUAGES = ['ko', 'ja', 'en', 'ko']
const REJECT: Readonly<Record<string, string>> = { en: 'Reject', ko: '거부', ja: '拒否' }

for (const [at, placement] of (Object.keys(PLACEMENTS) as Placement[]).entries()) {
  const language = LANGUAGES[at] ?? 'en'
  test(`Google runs only between opt-in and withdrawal: tag ${placement}, in ${language} [1, 2, 4, 23, 24]`, {
    tag: '@firefox',
  }, async ({ visitor, page }) => {
    const { site, banner } = visitor
    await visitor.opensPortal({ placement, language })
    await expect(visitor.rejectAll).toHaveText(`${REJECT[language]}`)
    await page.mouse.wheel(0, 2000)
    await visitor.goes(`/${language}/pricing.html`)
    await visitor.isAsked()
    await visitor.rejects()
    await visitor.sendsNothing(() => visitor.reloads())
    await expect(banner).toBeHidden()
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])

    await visitor.chooses('analytics', true)
    await expect.poll(visitor.events).toEqual(['page_view'])
    expect(site.scripts().map(({ url }) => url.href)).toEqual([
      'https://www.googletagmanager.com/gtag/js?id=G-PORTAL2024',
    ])
    expect(await visitor.cookies()).toEqual(['_ga', '_ga_PORTAL2024', 'spaceone_consent'])
    await visitor.goes(`/${language}/`)
    await expect.poll(() => visitor.events().filter(name => name === 'page_view')).toHaveLength(2)
    await expect(banner).toBeHidden()

    await visitor.sendsNothing(async () => {
      await visitor.chooses('analytics', false)
      await visitor.pushes('late')
      await visitor.settles()
      await visitor.goes(`/${language}/privacy.html`)
    })
    expect(await visitor.cookies()).toEqual(['spaceone_consent'])
    expect(visitor.faults).toEqual([])
  })
}
