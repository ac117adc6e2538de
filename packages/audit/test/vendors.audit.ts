import { expect, test } from 'vitest'
import { klaro } from './support/banners/klaro.ts'
import { orejime } from './support/banners/orejime.ts'
import { reactCookieConsent } from './support/banners/react-cookie-consent.ts'
import { vanilla } from './support/banners/vanilla.ts'
import { type Flaw, type Language, siteWith, type Vendor } from './support/banners/vendor.ts'
import { expectGood, expectReported } from './support/expect-vendor.ts'
import { failuresOf, verdictOn } from './support/play.ts'

test(
  'a page with vanilla-cookieconsent, which hides from robots, is audited and behaves',
  { tags: 'full' },
  () => expectGood(vanilla(true), 'en'),
)

test('a refusal that counts only once it is saved is saved', { tags: 'full' }, async () => {
  const verdict = await verdictOn(siteWith(orejime, 'ja'), { phases: ['withdraw'] })
  expect(failuresOf(verdict)).toEqual([])
  expect(verdict.seen.pages[0]?.phases[0]?.notPlayed).toBeUndefined()
})

test.each<[string, Vendor, Language, Flaw]>([
  [
    'whose tag goes on although a visitor has withdrawn by 미동의',
    reactCookieConsent,
    'ko',
    'goes-on',
  ],
  ['where a visitor can refuse only in the settings', klaro, 'en', 'second-layer'],
])('a page is reported %s', (_, vendor, language, flaw) => expectReported(vendor, language, flaw))
