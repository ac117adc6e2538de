import fc from 'fast-check'
import { expect, test } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { keysOf, withEach } from '../../../../test/support/odd-values.ts'
import {
  detectBrowser,
  detectPlatform,
  detectVersion,
  type NavigatorLike,
  readNavigator,
} from './detect-browser.ts'

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE}`
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE}`
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK}`
const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK}`
const WEBVIEW = `Mozilla/5.0 (Linux; Android 16; SM-S931N Build/BP2A; wv) ${BLINK} Version/4.0 Chrome/142.0.7444.102 Mobile Safari/537.36`
const CHROME = `${WINDOWS} Chrome/142.0.0.0 Safari/537.36`
const CHROME_ANDROID = `${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36`
const SAFARI = `${MAC} Version/26.1 Safari/605.1.15`
const SAFARI_IOS = `${IPHONE} Version/26.1 Mobile/15E148 Safari/604.1`
const SAMSUNG_WEBVIEW = WEBVIEW.replace('SM-S931N', 'SAMSUNG SM-A032F')
const GECKO = 'Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.9.1) Gecko/20090701'

const onDevice = (name: string) => CHROME_ANDROID.replace('; K)', `; ${name})`)

const detect = (userAgent: string, more: object = {}) => detectBrowser({ userAgent, ...more })

const withBrands = (userAgent: string, ...brands: string[]): NavigatorLike => ({
  userAgent,
  userAgentData: { brands: brands.map(brand => ({ brand })), platform: 'Windows', mobile: false },
})

/** The user agents of each browser. user-agents.test.ts adds those of public lists. */
const USER_AGENTS = {
  kakaotalk: [
    `${WEBVIEW} KAKAOTALK/26.9.5 (INAPP)`,
    `${WEBVIEW};KAKAOTALK 2611000`,
    `${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1 KAKAOTALK/25.9.1 (INAPP)`,
    `${IPHONE} Mobile/15E148 KAKAOTALK 11.2.5`,
  ],
  'naver-app': [
    `${WEBVIEW} NAVER(inapp; search; 2000; 12.15.1)`,
    `${IPHONE} Mobile/22G86 Safari/605.1 NAVER(inapp; search; 1010; 12.15.1; 15PRO)`,
    `${ANDROID} Whale/1.0.0.0 Crosswalk/28.107.0.26 Mobile Safari/537.36 NAVER(inapp; search; 900; 10.20.4)`,
  ],
  line: [`${WEBVIEW} Line/15.17.0/IAB`, `${IPHONE} Safari/604.1 Line/15.17.0`],
  instagram: [
    `${WEBVIEW} Instagram 404.0.0.48.76 Android (36/16; 480dpi; ko_KR)`,
    `${IPHONE} Mobile/15E148 Instagram 404.0.0.28.70 (iPhone17,1; iOS 18_7; ko_KR)`,
  ],
  facebook: [
    `${WEBVIEW}[FBAN/EMA;FBLC/ko_KR;FBAV/500.0.0.9.102;]`,
    `${WEBVIEW} [FB_IAB/FB4A;FBAV/535.0.0.49.73;IABMV/1;]`,
    `${IPHONE} Mobile/22G86 [FBAN/FBIOS;FBAV/535.0.0.35.73;FBDV/iPhone17,1]`,
    `${WEBVIEW} MetaIAB`,
  ],
  'in-app': [
    WEBVIEW,
    WEBVIEW.replace('Version/4.0 ', ''),
    WEBVIEW.replace('; wv', ''),
    SAMSUNG_WEBVIEW.replace('Chrome', 'SamsungBrowser/7.4 Chrome'),
    `${IPHONE} Mobile/15E148`,
    `${IPHONE} Mobile/15E148 MetaIAB Threads`,
    `${IPHONE} GSA/399.2.845414227 Mobile/15E148 Safari/604.1`,
    `${IPHONE} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1 Shop/1.0`,
    'Mozilla/5.0 (Android 14; Mobile; rv:125.0; Ghostery:3.0) Gecko/125.0 Firefox/125.0',
  ],
  chrome: [
    CHROME,
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
    `${WINDOWS}  Chrome/142.0.0.0 Safari/537.36`,
    CHROME.replaceAll(' ', '+'),
  ],
  'chrome-android': [
    CHROME_ANDROID,
    `${ANDROID} Chrome/142.0.0.0 Safari/537.36`,
    // Devices whose name has a slash, like a version, or resembles that of an iPad.
    ...['Build/BP2A.250605.031', 'SM-G965F/XXS2BRK3 Build/R16NW', '32LEX-7127/TS2C'].map(onDevice),
    ...['HiPad X Pro', 'MiPad 5'].map(onDevice),
  ],
  'chrome-ios': [`${IPHONE} CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`],
  edge: [
    `${CHROME} Edg/142.0.0.0`,
    `${CHROME} Edg/142.0.0.0 (MiniCanvas)`,
    `${WINDOWS} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`,
  ],
  'edge-android': [`${CHROME_ANDROID} EdgA/142.0.0.0`],
  'edge-ios': [`${IPHONE} Version/18.0 EdgiOS/142.0.3595.66 Mobile/15E148 Safari/604.1`],
  safari: [
    SAFARI,
    `${MAC} Version/15.6,2 Safari/605.1.15`,
    'Mozilla/5.0 (Macintosh; U; PPC Mac OS X; en) AppleWebKit/125.2 (KHTML, like Gecko) Safari/125.8',
  ],
  'safari-ios': [SAFARI_IOS],
  firefox: [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    ...['Shiretoko/3.5', 'Minefield/4.0b4pre', 'Firefox/1.0+'].map(name => `${GECKO} ${name}`),
    `${GECKO} Firefox/3.5.6 (.NET CLR 3.5.30729)`,
  ],
  'firefox-android': ['Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'],
  'firefox-ios': [
    `${IPHONE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`,
    `${IPHONE} FxiOS/155 Mobile/15E148 Version/26.4`,
  ],
  samsung: [
    `${ANDROID} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
    'Mozilla/5.0 Linux; Android 9; SAMSUNG SM-T830 AppleWebKit/537.36 KHTML, like Gecko SamsungBrowser/9.2 Chrome/67.0.3396.87 Safari/537.36',
  ],
  whale: [
    `${WINDOWS} Chrome/140.0.0.0 Whale/4.34.340.19 Safari/537.36`,
    `${IPHONE} Version/16.0.1 Whale/3.9.5.1984 Mobile/15E148 Safari/604.1`,
  ],
  opera: [`${CHROME} OPR/124.0.0.0`, `${SAFARI_IOS} OPT/6.1.0`],
  vivaldi: [`${CHROME} Vivaldi/7.6.3797.63`, `${SAFARI_IOS} VivaiOS/7.6`],
  brave: [
    SAFARI_IOS.replace('Mobile', 'Brave/1 Mobile'),
    `${WINDOWS} brave/0.7.9 Chrome/47.0.2526.73 Safari/537.36`,
  ],
  duckduckgo: [CHROME_ANDROID.replace('Mobile', 'Mobile DuckDuckGo/5'), `${SAFARI} Ddg/26.1`],
  ie: [
    'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
    'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)',
  ],
  // Browsers and devices whose menus are not those of the browser that their user agent names.
  other: [
    `${CHROME} MicroMessenger/3.9.12`,
    `${ANDROID} Chrome/72.0.3626.109 Safari/537.36 WhaleTV/1.0`,
    `${WINDOWS} Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36`,
    `${WINDOWS} SamsungBrowser/29.0 Chrome/136.0.0.0 Safari/537.36`,
    `${CHROME} Edg/142.0.0.0 Teams/25.275.2601.4002`,
    'Mozilla/5.0 (Mobile; Nokia_8000_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KaiOS/2.5.4',
    `${MAC} OculusBrowser/40.2 SamsungBrowser/4.0 Chrome/136.0.7103.177 Safari/537.36`,
    'Mozilla/5.0 (Linux; U; Android 4.1.2; ko-kr; SHV-E250S) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Safari/534.30',
    `Mozilla/5.0 (Macintosh; Android 9) ${APPLE} Version/26.1 Safari/605.1.15`,
    `${IPHONE} coc_coc_browser/150.0.130 CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`,
  ],
}

test.each(
  Object.entries(USER_AGENTS).flatMap(([browser, list]) => list.map(text => [browser, text])),
)('returns %s for %s', (browser, userAgent) => {
  expect(detect(`${userAgent}`)).toBe(browser)
})

test.each([
  ...['DaumApps/7.8.0 DaumDevice/mobile', 'KAKAOSTORY/7.3.0', 'TossApp/5.250.0'],
  ...['BAND/17.0.3 (Android OS 16; 360x780)', '[COUPANG/8.9.1 (Android; 16; CoupangApp)]'],
  ...['TowneersApp/26.44.0/264400 Android/16/36 SM-S931N', 'Twitter for iPhone/11.50'],
  ...['TwitterAndroid', 'Barcelona 404.0.0.28.70 (iPhone17,1; iOS 18_7; ko_KR)'],
  ...['musical_ly_2024204030 BytedanceWebview/d8a21c6', 'YJApp-IOS jp.co.yahoo.ipn.appli/4.138.0'],
  'MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/ko',
  'YJApp-ANDROID jp.co.yahoo.android.yjtop/3.202.0',
])('returns in-app for an app that adds %s, on Android and iOS', added => {
  for (const userAgent of [WEBVIEW, `${IPHONE} Mobile/15E148`, SAFARI_IOS])
    expect(detect(`${userAgent} ${added}`)).toBe('in-app')
})

test.each([
  ['in-app', MAC, 5],
  ['other', MAC, 0],
  ['safari', SAFARI, 0],
  ['safari-ios', SAFARI, 5],
  ['chrome-ios', `${MAC} CriOS/142 Version/11.1.1 Safari/605.1.15`, 5],
  ['edge-ios', `${MAC} Version/18.0 EdgiOS/142.0 Safari/605.1.15`, 5],
  ['firefox-ios', `${MAC} FxiOS/145.0 Safari/605.1.15`, 5],
])(
  'returns %s for %s with %i touch points, which an iPad has and a Macintosh has not',
  (browser, userAgent, maxTouchPoints) =>
    expect(detect(userAgent, { maxTouchPoints })).toBe(browser),
)

const IOS = 'Google Chrome that emulates an iPhone'

test.each<[browser: string, about: string, userAgent: string, ...brands: string[]]>([
  ['kakaotalk', 'an app in a web view', `${WEBVIEW} KAKAOTALK/26.9.5 (INAPP)`, 'Android WebView'],
  ['brave', 'Brave', CHROME, 'Brave'],
  ['vivaldi', 'Vivaldi', CHROME, 'Vivaldi'],
  ['opera', 'Opera', CHROME, 'Opera'],
  ['whale', 'Whale', CHROME, 'Whale'],
  ['duckduckgo', 'DuckDuckGo', CHROME, 'DuckDuckGo'],
  ['edge', 'Microsoft Edge', CHROME, 'Microsoft Edge'],
  ['chrome', 'Google Chrome', CHROME, 'Google Chrome'],
  ['chrome', 'only Chromium and filler', CHROME],
  ['edge', 'only Chromium and filler', `${CHROME} Edg/142.0.0.0`],
  ['other', 'only Chromium and filler', 'Mozilla/5.0'],
  ['samsung', 'Samsung Internet', CHROME_ANDROID, 'Samsung Internet'],
  ['opera', 'OperaMobile', CHROME_ANDROID, 'OperaMobile'],
  ['other', 'Samsung Internet on Windows', CHROME, 'Samsung Internet'],
  ['safari-ios', IOS, SAFARI_IOS, 'Google Chrome'],
])('returns %s for the brands of %s', (browser, _, userAgent, ...brands) => {
  const { userAgentData } = withBrands(userAgent, 'Chromium', ...brands, 'Not_A Brand')
  const platform = userAgent === CHROME_ANDROID ? 'Android' : 'Windows'
  expect(detect(userAgent, { userAgentData: { ...userAgentData, platform } })).toBe(browser)
})

test.each([
  ...['Not_A Brand', ' Not A;Brand', 'Not/A)Brand', ';Not A Brand', '(Not(A:Brand', 'Not-A.Brand'],
  ...['Not=A?Brand', 'Not:A-Brand', '\\\\Not"A;Brand', 'Not.A/Brand'],
])('ignores the filler %j among the brands', filler => {
  expect(detectBrowser(withBrands(CHROME, filler, 'Google Chrome', 'Chromium'))).toBe('chrome')
})

test.each([
  ...['Avast Secure Browser', 'AVG Secure Browser', 'CCleaner Browser', 'Gener8', 'Yandex', 'Arc'],
  ...['ChatGPT Atlas', 'Perplexity', 'Microsoft Edge WebView2', 'Microsoft Teams'],
  ...['HeadlessChrome', 'Android WebView'],
])('does not return a known browser for %s, whose menus are unknown', brand => {
  for (const named of ['Google Chrome', 'Microsoft Edge', 'Chromium']) {
    const brands = ['Chromium', named, brand, 'Not_A Brand']
    expect(detectBrowser(withBrands(CHROME, ...brands))).toBe('other')
    expect(detectBrowser(withBrands(`${CHROME} Edg/142.0.0.0`, ...brands))).toBe('other')
    expect(detectBrowser(withBrands(CHROME_ANDROID, ...brands))).toBe('in-app')
  }
})

test.each([
  ...['Valve Steam GameOverlay/default/1741737356', 'Valve Client/default/1769025840'],
  ...['Chromium GOST', 'Toss/5.120.0'],
])('does not return Chrome or Safari for the name %s inside the comment about the system', name => {
  const within = (userAgent: string) => userAgent.replace(')', `; ${name})`)
  for (const userAgent of [CHROME, `${CHROME} Edg/142.0.0.0`, SAFARI])
    expect(detect(within(userAgent))).toBe('other')
  for (const userAgent of [CHROME_ANDROID, SAFARI_IOS])
    expect(detect(within(userAgent))).toBe('in-app')
})

const thrower = Object.defineProperty({}, 'userAgent', { get: broken })

test.each<[browser: string, about: string, navigator: unknown]>([
  ['brave', 'navigator.brave exists', { userAgent: CHROME, brave: { isBrave: () => true } }],
  ['chrome', 'there are no brands', { userAgent: CHROME, userAgentData: {} }],
  ['chrome', 'the brands are null', { userAgent: CHROME, userAgentData: { brands: null } }],
  ['other', 'the brands are no list', { userAgent: CHROME, userAgentData: { brands: 'Brave' } }],
  ['other', 'a brand is null', { userAgent: CHROME, userAgentData: { brands: [null] } }],
  ['other', 'there is no navigator', undefined],
  ['other', 'the user agent cannot be read', thrower],
])('returns %s and does not throw when %s', (browser, _, navigator) => {
  expect(detectBrowser(navigator as NavigatorLike)).toBe(browser)
})

test.each([
  '',
  ...keysOf<NavigatorLike>({
    ...{ userAgent: true, maxTouchPoints: true, userAgentData: true, brave: true },
  }),
])('returns an id for an empty user agent when navigator %s has any value', key => {
  withEach(value => {
    const navigator = (key ? { userAgent: '', [key]: value } : value) as NavigatorLike
    expect(detectBrowser(navigator)).toMatch(/^(other|brave)$/)
    expect(detectPlatform(navigator)).toMatch(/^(desktop|android|ios)$/)
    expect(detectVersion(navigator)).toBeUndefined()
  })
})

test('reads at most 1,024 characters, to limit the time of each pattern', () => {
  const filled = (length: number) => `${' '.padEnd(length - 8, 'x')} Trident/`
  expect(detect(filled(1016))).toBe('ie')
  expect(detect(filled(1026))).toBe('other')
  const userAgent = `${'(Mac) AppleWebKit/'.repeat(50_000)} Trident/7.0 Version/26.1 Android`
  const hostile = { userAgent, userAgentData: { platform: 'Windows' } }
  expect(readNavigator(hostile).length).toBeLessThanOrEqual(1024)
  expect(detectBrowser(hostile)).not.toBe('ie')
  expect(detectVersion(hostile)).toBeUndefined()
  expect(detectPlatform(hostile)).not.toBe('android')
})

test('returns an id, and does not throw, for any combination of parts of user agents', () => {
  const parts = `${CHROME} ${WEBVIEW} ${IPHONE} KAKAOTALK NAVER(inapp; \u0000 \ud800 가 ( [ \\ $ __proto__ constructor`
  const userAgent = fc.array(fc.constantFrom(...parts.split(/(?=[ /;()])/)), { maxLength: 30 })
  fc.assert(
    fc.property(userAgent, fc.nat({ max: 2 }), (pieces, maxTouchPoints) => {
      expect(detect(pieces.join(''), { maxTouchPoints })).toMatch(/^[a-z0-9-]+$/)
    }),
    { numRuns: 5000 },
  )
})
