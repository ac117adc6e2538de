import { expect } from '@playwright/test'
import { expectAsked, expectRecordAlone } from './acts.ts'
import { HOST, hostPage, TAG } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { untilGone } from './visitor.ts'

const page = (language: string) =>
  hostPage(
    '',
    '',
    TAG.replace('data-ga', 'data-policy-earlier="/privacy/earlier" data-ga'),
  ).replace('lang="en"', `lang="${language}"`)

/** Purpose, items, recipient and country, retention, and the right and effect of refusing. */
const NOTICE = {
  en: [/statistics/, /_ga\b/, /Google LLC \(USA\)/, /13 months/, /may refuse/, /works without/],
  ko: [/통계/, /_ga\b/, /Google LLC/, /미국/, /13개월/, /거부/, /이용/],
  ja: [/統計/, /_ga\b/, /Google LLC/, /米国/, /13か月/, /拒否/, /利用/],
} as const

const GOOGLES = [
  'https://support.google.com/policies/contact/general_privacy_form',
  'https://policies.google.com/privacy',
  'https://tools.google.com/dlpage/gaoptout',
]

export const firstNotice: Scenario = {
  title:
    "the banner says in the page's language what is collected by whom, and refuses in one click [3, 7, 10, 11, 14, 15, 16]",
  pages: Object.fromEntries(
    Object.keys(NOTICE).map(language => [`${HOST}/${language}`, page(language)]),
  ),
  async run(visitor, world) {
    for (const [language, notice] of Object.entries(NOTICE)) {
      await expectAsked(visitor, world, `${HOST}/${language}`)
      const { text, links, spoken, switches } = await visitor.run(() => {
        const root = document.querySelector('spaceone-consent')?.shadowRoot
        const banner = root?.querySelector<HTMLElement>('#banner')
        // The texts of `NOTICE` are in the details of the banner. One click opens the details.
        banner?.querySelector('summary')?.click()
        return {
          // biome-ignore lint/performance/useDomNodeTextContent: `textContent` has hidden text too.
          text: banner?.innerText ?? '',
          links: [...(banner?.querySelectorAll('a') ?? [])].map(link =>
            link.href.replace(location.origin, ''),
          ),
          spoken: document.querySelector<HTMLElement>('spaceone-consent')?.lang,
          switches: root?.querySelectorAll(':checked').length,
        }
      })
      for (const part of notice) expect(text).toMatch(part)
      expect({ links, spoken, switches }).toEqual({
        links: ['/privacy', ...GOOGLES],
        spoken: language,
        switches: 0,
      })
      await visitor.click('reject-all')
      await untilGone(visitor, 'banner')
      expect(world.google).toEqual([])
      await expectRecordAlone(visitor)
      await visitor.run(() => window.spaceoneConsent.erase())
    }
  },
}
