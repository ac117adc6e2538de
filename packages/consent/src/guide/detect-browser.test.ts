import { describe, expect, test } from 'vitest'
import { detectBrowser } from './detect-browser.ts'
import type { NavigatorLike } from './navigator-like.ts'

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE}`
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE}`
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK}`
const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK}`
const WEBVIEW = `Mozilla/5.0 (Linux; Android 16; SM-S931N Build/BP2A; wv) ${BLINK} Version/4.0 Chrome/142.0.7444.102 Mobile Safari/537.36`
const CHROME = `${WINDOWS} Chrome/142.0.0.0 Safari/537.36`

const withBrands = (userAgent: string, ...brands: string[]): NavigatorLike => ({
  userAgent,
  userAgentData: { brands: brands.map(brand => ({ brand })), platform: 'Windows', mobile: false },
})

describe('detectBrowser, inside apps,', () => {
  test.each([
    ['kakaotalk', `${WEBVIEW} KAKAOTALK/26.9.5 (INAPP)`],
    ['kakaotalk', `${WEBVIEW};KAKAOTALK 2611000`],
    ['kakaotalk', `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1 KAKAOTALK/25.9.1 (INAPP)`],
    ['kakaotalk', `${IPHONE} Mobile/15E148 KAKAOTALK 11.2.5`],
    ['naver-app', `${WEBVIEW} NAVER(inapp; search; 2000; 12.15.1)`],
    ['naver-app', `${IPHONE} Mobile/22G86 Safari/605.1 NAVER(inapp; search; 1010; 12.15.1; 15PRO)`],
    [
      'naver-app',
      `${ANDROID} Whale/1.0.0.0 Crosswalk/28.107.0.26 Mobile Safari/537.36 NAVER(inapp; search; 900; 10.20.4)`,
    ],
    ['line', `${WEBVIEW} Line/15.17.0/IAB`],
    ['line', `${IPHONE} Safari/604.1 Line/15.17.0`],
    ['instagram', `${WEBVIEW} Instagram 404.0.0.48.76 Android (36/16; 480dpi; ko_KR)`],
    ['instagram', `${IPHONE} Mobile/15E148 Instagram 404.0.0.28.70 (iPhone17,1; iOS 18_7; ko_KR)`],
    ['facebook', `${WEBVIEW}[FBAN/EMA;FBLC/ko_KR;FBAV/500.0.0.9.102;]`],
    ['facebook', `${WEBVIEW} [FB_IAB/FB4A;FBAV/535.0.0.49.73;IABMV/1;]`],
    ['facebook', `${IPHONE} Mobile/22G86 [FBAN/FBIOS;FBAV/535.0.0.35.73;FBDV/iPhone17,1]`],
    ['facebook', `${WEBVIEW} MetaIAB`],
    ['in-app', WEBVIEW],
    ['in-app', WEBVIEW.replace('Version/4.0 ', '')],
    ['in-app', WEBVIEW.replace('; wv', '')],
    ['in-app', `${IPHONE} Mobile/15E148`],
    ['in-app', `${IPHONE} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1 Shop/1.0`],
  ])('returns %s for %s', (browser, userAgent) => {
    expect(detectBrowser({ userAgent })).toBe(browser)
  })

  test.each([
    'DaumApps/7.8.0 DaumDevice/mobile',
    'KAKAOSTORY/7.3.0',
    'BAND/17.0.3 (Android OS 16; 360x780)',
    '[COUPANG/8.9.1 (Android; 16; CoupangApp)]',
    'TowneersApp/26.44.0/264400 Android/16/36 SM-S931N',
    'TossApp/5.250.0',
    'Twitter for iPhone/11.50',
    'TwitterAndroid',
    'Barcelona 404.0.0.28.70 (iPhone17,1; iOS 18_7; ko_KR)',
    'musical_ly_2024204030 BytedanceWebview/d8a21c6',
    'MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/ko',
    'YJApp-ANDROID jp.co.yahoo.android.yjtop/3.202.0',
    'YJApp-IOS jp.co.yahoo.ipn.appli/4.138.0',
  ])('returns in-app for an app that adds %s, on Android and iOS', added => {
    expect(detectBrowser({ userAgent: `${WEBVIEW} ${added}` })).toBe('in-app')
    expect(detectBrowser({ userAgent: `${IPHONE} Mobile/15E148 ${added}` })).toBe('in-app')
    const likeSafari = `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1 ${added}`
    expect(detectBrowser({ userAgent: likeSafari })).toBe('in-app')
  })

  test('returns other for an app on a computer', () => {
    expect(detectBrowser({ userAgent: `${CHROME} MicroMessenger/3.9.12` })).toBe('other')
  })

  test('returns in-app for a web view on an iPad with the user agent of a Macintosh', () => {
    expect(detectBrowser({ userAgent: MAC, maxTouchPoints: 5 })).toBe('in-app')
    expect(detectBrowser({ userAgent: MAC, maxTouchPoints: 0 })).toBe('other')
  })

  test('returns the app when the brands name the embedded web view', () => {
    const userAgent = `${WEBVIEW} KAKAOTALK/26.9.5 (INAPP)`
    expect(detectBrowser(withBrands(userAgent, 'Android WebView', 'Chromium'))).toBe('kakaotalk')
  })
})

test.each([
  ['chrome', CHROME],
  ['chrome', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/142.0.0.0 Safari/537.36`],
  ['chrome-android', `${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36`],
  ['chrome-android', `${ANDROID} Chrome/142.0.0.0 Safari/537.36`],
  ['chrome-ios', `${IPHONE} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`],
  ['edge', `${CHROME} Edg/142.0.0.0`],
  ['edge', `${WINDOWS} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`],
  ['edge-android', `${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0.0.0`],
  ['edge-ios', `${IPHONE} Version/18.0 EdgiOS/142.0.3595.66 Mobile/15E148 Safari/604.1`],
  ['safari', `${MAC} Version/26.1 Safari/605.1.15`],
  ['safari-ios', `${IPHONE} Version/26.1 Mobile/15E148 Safari/604.1`],
  ['firefox', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['firefox-android', 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'],
  ['firefox-ios', `${IPHONE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`],
  ['samsung', `${ANDROID} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`],
  ['whale', `${WINDOWS} Chrome/140.0.0.0 Whale/4.34.340.19 Safari/537.36`],
  ['whale', `${IPHONE} Version/16.0.1 Whale/3.9.5.1984 Mobile/15E148 Safari/604.1`],
  ['opera', `${CHROME} OPR/124.0.0.0`],
  ['opera', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1 OPT/6.1.0`],
  ['vivaldi', `${CHROME} Vivaldi/7.6.3797.63`],
  ['vivaldi', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1 VivaiOS/7.6`],
  ['brave', `${IPHONE} Version/18.5 Brave/1 Mobile/15E148 Safari/604.1`],
  ['duckduckgo', `${ANDROID} Chrome/142.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`],
  ['duckduckgo', `${MAC} Version/26.1 Safari/605.1.15 Ddg/26.1`],
  ['ie', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  ['ie', 'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)'],
  ['other', `${ANDROID} Chrome/72.0.3626.109 Safari/537.36 WhaleTV/1.0`],
  ['other', `${WINDOWS} Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36`],
  ['other', `${CHROME} Edg/142.0.0.0 Teams/25.275.2601.4002`],
  ['other', 'Mozilla/5.0 (Mobile; Nokia_8000_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KaiOS/2.5.4'],
  ['other', `${MAC} OculusBrowser/40.2 SamsungBrowser/4.0 Chrome/136.0.7103.177 Safari/537.36`],
  [
    'other',
    'Mozilla/5.0 (Linux; U; Android 4.1.2; ko-kr; SHV-E250S) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Safari/534.30',
  ],
  ['other', `Mozilla/5.0 (Macintosh; Android 9) ${APPLE} Version/26.1 Safari/605.1.15`],
])('returns %s for %s', (browser, userAgent) => {
  expect(detectBrowser({ userAgent })).toBe(browser)
})

test.each([
  ['brave', 'Brave'],
  ['vivaldi', 'Vivaldi'],
  ['opera', 'Opera'],
  ['whale', 'Whale'],
  ['duckduckgo', 'DuckDuckGo'],
  ['edge', 'Microsoft Edge'],
  ['chrome', 'Google Chrome'],
])('returns %s for its brand when the user agent is Chrome’s', (browser, brand) => {
  expect(detectBrowser(withBrands(CHROME, 'Chromium', brand, 'Not_A Brand'))).toBe(browser)
})

test('returns brave when navigator.brave exists', () => {
  expect(detectBrowser({ userAgent: CHROME, brave: { isBrave: () => true } })).toBe('brave')
})

test('ignores the brands when the list has only Chromium and filler', () => {
  const brands = ['Chromium', 'Not_A Brand']
  expect(detectBrowser(withBrands(CHROME, ...brands))).toBe('chrome')
  expect(detectBrowser(withBrands(`${CHROME} Edg/142.0.0.0`, ...brands))).toBe('edge')
  expect(detectBrowser(withBrands('Mozilla/5.0', ...brands))).toBe('other')
})

test.each([
  ['safari-ios', `${MAC} Version/26.1 Safari/605.1.15`],
  ['chrome-ios', `${MAC} CriOS/142 Version/11.1.1 Safari/605.1.15`],
  ['edge-ios', `${MAC} Version/18.0 EdgiOS/142.0 Safari/605.1.15`],
  ['firefox-ios', `${MAC} FxiOS/145.0 Safari/605.1.15`],
])('returns %s on an iPad with the user agent of a Macintosh', (browser, userAgent) => {
  expect(detectBrowser({ userAgent, maxTouchPoints: 5 })).toBe(browser)
})

test('returns safari for a Macintosh without a touch screen', () => {
  const userAgent = `${MAC} Version/26.1 Safari/605.1.15`
  expect(detectBrowser({ userAgent, maxTouchPoints: 0 })).toBe('safari')
})

test.each(['HiPad X Pro', 'MiPad 5'])(
  'returns chrome-android for a %s, which is an Android tablet',
  model => {
    const userAgent = `Mozilla/5.0 (Linux; Android 13; ${model}) ${BLINK} Chrome/142.0.0.0 Safari/537.36`
    expect(detectBrowser({ userAgent })).toBe('chrome-android')
  },
)

test.each([
  undefined,
  null,
  {},
  'Chrome',
  { userAgent: null },
  { userAgent: Symbol('Chrome') },
  { userAgent: CHROME, userAgentData: { brands: 'Brave' } },
  { userAgent: CHROME, userAgentData: { brands: [null] } },
  {
    get userAgent() {
      throw new Error('refused')
    },
  },
])('returns other and does not throw when the navigator is invalid (%#)', navigator => {
  expect(detectBrowser(navigator as NavigatorLike)).toBe('other')
})

test('does not throw for random combinations of parts of user agents', () => {
  const parts = `${CHROME} ${WEBVIEW} ${IPHONE} KAKAOTALK NAVER(inapp; \u0000 \ud800 가 ( [ \\ $ __proto__ constructor`
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const pieces = parts.split(/(?=[ /;()])/)
  for (let count = 0; count < 5000; count += 1) {
    const userAgent = Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join(
      '',
    )
    expect(detectBrowser({ userAgent, maxTouchPoints: random(3) })).toMatch(/^[a-z0-9-]+$/)
  }
})
