import { expect, test } from 'vitest'
import { collectorOf } from './collector-of.ts'
import { companyOf } from './company-of.ts'
import { knownCookie } from './known-cookie.ts'
import { siteOf } from './site-of.ts'

test.each<[address: string, name: string | undefined, by?: 'host' | 'shape', isScript?: boolean]>([
  ['https://www.googletagmanager.com/gtag/js?id=G-ABC123', 'Google Analytics', 'host', true],
  ['https://googletagmanager.com/gtm.js?id=GTM-ABC', 'Google Tag Manager', 'host', true],
  ['https://region1.google-analytics.com/g/collect?v=2&tid=G-AB1', 'Google Analytics', 'host'],
  ['https://stats.g.doubleclick.net/g/collect?v=2', 'Google Analytics', 'host'],
  ['https://www.google.co.kr/ads/ga-audiences?v=1', 'Google Analytics', 'host'],
  ['https://www.google.com/ccm/collect?en=page_view', 'Google Ads', 'host'],
  ['https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/', 'Google Ads', 'host'],
  [
    'https://firebase.googleapis.com/v1alpha/projects/-/apps/1/webConfig',
    'Firebase Analytics',
    'host',
  ],
  ['https://shop.example/m/g/collect?v=2&tid=G-ABC123&gcs=G111', 'Google Analytics', 'shape'],
  ['https://shop.example/collect?v=1&tid=UA-12-1', 'Google Analytics', 'shape'],
  ['https://shop.example/x/gtag/js?id=G-ABC123', 'Google Analytics', 'shape', true],
  ['https://shop.example/x/gtm.js?id=GTM-ABC', 'Google Tag Manager', 'shape', true],
  ['https://shop.example/ccm/collect?en=x', 'Google Ads', 'shape'],
  ['https://shop.example/pagead/1p-conversion/12/', 'Google Ads', 'shape'],
  ['https://wcs.naver.net/wcslog.js', 'Naver Analytics', 'host', true],
  ['https://wcs.naver.com/b', 'Naver Analytics', 'host'],
  ['https://api.channel.io/front/v5', 'Channel Talk', 'host'],
  ['https://tag.flvcdn.net/lytag.js', 'LINE Yahoo Tag', 'host', true],
  ['https://www.clarity.ms/tag/abc', 'Microsoft Clarity', 'host', true],
  ['https://rum.beusable.net/load/b1u2?url=x', 'Beusable', 'host', true],
  ['https://bc.ad.daum.net/bc?d=1', 'Kakao', 'host'],
  ['https://tr.line.me/tag.gif?t_id=1', 'LINE Corporation', 'host'],
  ['https://s.yjtag.jp/tag.js', 'Yahoo! Tag Manager', 'host', true],
  ['https://connect.facebook.net/en_US/fbevents.js', 'Facebook', 'host', true],
  ['https://bat.bing.com/bat.js', 'Bing Ads', 'host', true],
  ['wss://ws.hotjar.com/api', 'Hotjar', 'host'],
  // The following addresses belong to no collector, or are invalid.
  ['https://fonts.googleapis.com/css2', undefined],
  ['https://www.google.com/recaptcha/api.js', undefined],
  ['https://www.microsoft.com/', undefined],
  ['https://t1.daumcdn.net/mapjsapi/bundle/postcode/prod/postcode.v2.js', undefined],
  ['https://shop.example/collect?id=1', undefined],
  ['https://shop.example/?u=google-analytics.com/g/collect', undefined],
  ['https://google-analytics.com.evil.test/', undefined],
  ['data:text/plain,', undefined],
  ['no address', undefined],
])('%s is %s by %s, a script: %s', (address, name, by, isScript = false) => {
  const { name: is, ...rest } = collectorOf(address) ?? {}
  expect(is).toBe(name)
  if (name) expect(rest).toMatchObject({ by, isScript })
})

test("on a host of the page's own site only the shape of an address makes a collector", () => {
  expect(collectorOf('https://js.hubspot.com/a.js', 'https://www.hubspot.com/')).toBeUndefined()
  expect(collectorOf('https://js.hubspot.com/a.js', 'https://shop.example/')?.by).toBe('host')
  const hit = 'https://shop.example/g/collect?v=2&tid=G-ABC123'
  expect(collectorOf(hit, 'https://www.shop.example/')?.by).toBe('shape')
})

test.each([
  ['https://m.shop.co.kr:8443/a', 'shop.co.kr'],
  ['a.github.io', 'a.github.io'],
  ['http://localhost:3000/', 'localhost'],
  ['http://127.0.0.1/', '127.0.0.1'],
  ['about:blank', ''],
])('the site of %s is "%s"', (address, site) => expect(siteOf(address)).toBe(site))

test.each([
  ['www.google-analytics.com', 'Google LLC'],
  ['fonts.gstatic.com', 'Google'],
  ['wcs.naver.net', 'NAVER Corp.'],
  ['shop.example', undefined],
])('%s belongs to %s', (host, company) => expect(companyOf(host)).toBe(company))

test.each([
  ['_ga', 'Google Analytics'],
  ['_ga_ABC123', 'Google Analytics'],
  ['foo_ga', 'Google Analytics'],
  ['_gcl_au', 'Google Ads'],
  ['_gatekeeper', undefined],
  ['_gaming', undefined],
  ['session', undefined],
])('the cookie %s is known as one of %s', (name, service) =>
  expect(knownCookie(name)).toBe(service),
)
