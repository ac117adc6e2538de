import { expect, test } from 'vitest'
import { collectorOf, collectorOfScript, companyOf } from './collector-of.ts'
import { isRecordName, knownCookie, knownStorage } from './known-cookie.ts'
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

const SHOP = 'https://shop.example'
const HIT = 'gtm=45je5b1v9&gcd=13l3l3l3l1l1'

test.each<[address: string, name: string | undefined, resource?: string]>([
  ['/metrics/ga/g/c?v=2&tid=G-ABC1234567', 'Google Analytics'],
  ['/metrics/ag/g/c?v=2&tid=GT-ABC1234', 'Google Analytics'],
  ['/metrics/gs/measurement/conversion?v=2&tid=AW-1234567890', 'Google Ads'],
  [`/metrics/td?${HIT}`, 'Google Analytics'],
  [`/metrics/d/ccm/form-data?v=2&tid=AW-1234567890&${HIT}`, 'Google Ads'],
  [`/metrics/rul/1?${HIT}`, 'Google Ads'],
  ['/metrics/_/service_worker/5c1/sw_iframe.html?origin=x', 'Google Analytics'],
  ['/metrics/?id=G-ABC1234567', 'Google Analytics', 'script'],
  ['/metrics/?l=dataLayer&id=GT-ABC1234', 'Google Analytics', 'script'],
  ['/metrics/?id=AW-1234567890', 'Google Ads', 'script'],
  ['/metrics/?id=GTM-ABC1234', 'Google Tag Manager', 'script'],
  [
    '/wp-content/plugins/google-site-kit/gtg/measurement.php?id=G-ABC1234567&s=/gtag/js',
    'Google Analytics',
    'script',
  ],
  ['/a/matomo.php?action_name=x&idsite=1&rec=1', 'Matomo'],
  ['/piwik.php?idsite=1&rec=1', 'Matomo'],
  ['/matomo.php', 'Matomo', 'ping'],
  ['/b/ss/shopprod,shopall/1/JS-2.22.0/s123?AQB=1', 'Adobe Analytics'],
  ['/ee/v1/interact?configId=1&requestId=2', 'Adobe Analytics'],
  ['/ee/irl1/v1/collect?configId=1', 'Adobe Analytics'],
  // A site can have each of the following addresses.
  ['/api/?id=G-12', undefined, 'script'],
  ['/products/?id=G-12345678', undefined, 'script'],
  ['/products/?id=G-ABC1234567', undefined, 'document'],
  ['/loader.js?id=G-ABC1234567', undefined, 'script'],
  ['/loader.js?id=GTM-ABC1234', undefined, 'script'],
  ['/metrics/', undefined, 'script'],
  ['/api?v=2&tid=G-12', undefined],
  ['/api?v=2&tid=T-1234567890', undefined],
  ['/api?v=1&tid=AW-1234567890', undefined],
  ['/api?gtm=false&gcd=1', undefined],
  ['/api?gtm=4&gcd=1', undefined],
  ['/td?id=1', undefined],
  ['/rul/1', undefined],
  ['/ga/g/c', undefined],
  ['/blog/matomo.php', undefined, 'document'],
  ['/matomo.php?module=API', undefined, 'image'],
  ['/index.php?idsite=1&rec=1', undefined],
  ['/matomo.js', undefined, 'script'],
  ['/b/ss/', undefined],
  ['/b/ss/photos/summer.jpg', undefined],
  ['/ee/v1/interact', undefined],
  ['/en/v1/collect?configId=1', undefined],
])('on its own host a site sends to %s by shape: %s', (path, name, resource) => {
  const found = collectorOf(SHOP + path, SHOP, resource)
  expect(found?.name).toBe(name)
  if (found) expect([found.by, found.isScript]).toEqual(['shape', resource === 'script'])
})

test.each<[script: string, name: string | undefined]>([
  ['https://connect.facebook.net/en_US/fbevents.js', 'Facebook'],
  [`${SHOP}/metrics/?id=G-ABC1234567`, 'Google Analytics'],
  [`${SHOP}/stats/matomo.js`, 'Matomo'],
  [`${SHOP}/js/AppMeasurement.js`, 'Adobe Analytics'],
  [`${SHOP}/js/app.js`, undefined],
  [SHOP, undefined],
  ['https://cdn.jsdelivr.net/npm/js-cookie', undefined],
  ['no address', undefined],
])('the script %s belongs to %s', (script, name) =>
  expect(collectorOfScript(script, `${SHOP}/`)?.name).toBe(name),
)

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
  ['_fbp', 'Meta'],
  ['_clck', 'Microsoft Clarity'],
  ['_hjSessionUser_123', 'Hotjar'],
  ['hubspotutk', 'HubSpot'],
  ['__hstc', 'HubSpot'],
  ['cto_bundle', 'Criteo'],
  ['_pk_id.1.1fff', 'Matomo'],
  ['li_fat_id', 'LinkedIn'],
  ['_ttp', 'TikTok'],
  ['ttcsid_CABC', 'TikTok'],
  ['_uetsid', 'Microsoft Advertising'],
  ['AMCV_123%40AdobeOrg', 'Adobe Audience Manager'],
  ['kndctr_1_AdobeOrg_identity', 'Adobe Analytics'],
  ['wcs_bt', 'Naver Analytics'],
  // A site has cookies of these names, or they are records of an answer, or they are of a login.
  ...[
    'session',
    'sessionid',
    'id',
    'uuid',
    '_guid',
    'user',
    'lang',
    'locale',
    'test',
    'visitor',
  ].map((name): [string, undefined] => [name, undefined]),
  ...['auth_token', 'mtm_consent', 'matomo_ignore', 'kndctr_1_AdobeOrg_consent', '_cs_c'].map(
    (name): [string, undefined] => [name, undefined],
  ),
  ...['_kawlt', 'NNB', 'queryString', 'spaceone_consent', 'PHPSESSID', 'cart', '__cf_bm'].map(
    (name): [string, undefined] => [name, undefined],
  ),
])('the cookie %s is known as one of %s', (name, service) =>
  expect(knownCookie(name)).toBe(service),
)

test('a key of a known name is known, too', () => {
  expect(['_gcl_ls', 'cto_bundle', 'cart'].map(knownStorage)).toEqual([
    'Google Ads',
    'Criteo',
    undefined,
  ])
})

test.each([
  ['__hs_opt_out', true],
  ['__hs_cookie_cat_pref', true],
  ['kndctr_1_AdobeOrg_consent', true],
  ['_fbp', false],
  ['cart', false],
])('the name %s is one of a record of the answer: %s', (name, isRecord) =>
  expect(isRecordName(name)).toBe(isRecord),
)
