import { expect, test } from 'vitest'
import { orejime } from './support/banners/orejime.ts'
import { porsche } from './support/banners/porsche.ts'
import { reactCookieConsent } from './support/banners/react-cookie-consent.ts'
import { vanilla } from './support/banners/vanilla.ts'
import { type Flaw, type Language, siteWith, type Vendor } from './support/banners/vendor.ts'
import { expectGood, expectReported } from './support/expect-vendor.ts'
import { verdictOn } from './support/play.ts'

test('a page with vanilla-cookieconsent, which hides from robots, is audited and behaves', () =>
  expectGood(vanilla(true), 'en'))

test('a refusal that counts only once it is saved is saved', async () => {
  const verdict = await verdictOn(siteWith(orejime, 'ja'), { phases: ['withdraw'] })
  expect(verdict.findings.filter(({ outcome }) => outcome === 'fails')).toEqual([])
  expect(verdict.seen.pages[0]?.phases[0]?.notPlayed).toBeUndefined()
})

test.each<[string, Vendor, Language, Flaw]>([
  ['goes on after 미동의', reactCookieConsent, 'ko', 'goes-on'],
  ['lets a visitor refuse only behind a link in the text', porsche, 'ja', 'second-layer'],
])('a page is reported that %s', (_, vendor, language, flaw) =>
  expectReported(vendor, language, flaw),
)
