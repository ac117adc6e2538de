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
import own from './own-user-agents.json' with { type: 'json' }
import sets from './user-agents.json' with { type: 'json' }

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

const detect = (userAgent: string, more: object = {}) => detectBrowser({ userAgent, ...more })

const withBrands = (userAgent: string, ...brands: string[]): NavigatorLike => ({
  userAgent,
  userAgentData: { brands: brands.map(brand => ({ brand })), platform: 'Windows' },
})

// own-user-agents.json has apps, devices whose name resembles a version or an iPad, and as `other`
// the browsers whose menus are not those of the browser that their user agent names.

const labelled = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([browser, list]) =>
    list.map(userAgent => ({ browser, userAgent })),
  )

test.each(labelled(own))('returns $browser for $userAgent', ({ browser, userAgent }) => {
  expect(detect(userAgent)).toBe(browser)
})

test('agrees with public lists on at least 98 in 100 of their user agents', () => {
  const all = sets.flatMap(({ strings }) => labelled(strings as Record<string, string[]>))
  const right = all.filter(({ browser, userAgent }) => detect(userAgent) === browser)
  expect(all.length).toBeGreaterThan(1000)
  expect(right.length / all.length).toBeGreaterThanOrEqual(0.98)
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

/** The invented brand in every list, which browsers write in many ways. */
const FILLERS = [
  ...['Not_A Brand', ' Not A;Brand', 'Not/A)Brand', ';Not A Brand', '(Not(A:Brand', 'Not-A.Brand'],
  ...['Not=A?Brand', 'Not:A-Brand', '\\\\Not"A;Brand', 'Not.A/Brand'],
]

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
  const platform = userAgent === CHROME_ANDROID ? 'Android' : 'Windows'
  for (const filler of FILLERS) {
    const { userAgentData } = withBrands(userAgent, 'Chromium', ...brands, filler)
    expect(detect(userAgent, { userAgentData: { ...userAgentData, platform } })).toBe(browser)
  }
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
  for (const [userAgent, browser] of [
    ...[CHROME, `${CHROME} Edg/142.0.0.0`, SAFARI].map(one => [one, 'other']),
    ...[CHROME_ANDROID, SAFARI_IOS].map(one => [one, 'in-app']),
  ])
    expect(detect(`${userAgent}`.replace(')', `; ${name})`))).toBe(browser)
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

const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)'
const VERSION_17 = `${MAC} Version/17.4.1 Safari/605.1.15`
const ASKS_FOR_DESKTOP = { userAgentData: { platform: 'Android' } }

test.each<[platform: string, version: number | undefined, userAgent: string, more?: object]>([
  ['desktop', undefined, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', { maxTouchPoints: 10 }],
  ['desktop', 17, VERSION_17],
  ['ios', 17, VERSION_17, { maxTouchPoints: 5 }],
  ['ios', undefined, 'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X)'],
  ['ios', 26, SAFARI_IOS],
  ['android', undefined, 'Mozilla/5.0 (Linux; Android 13; HiPad X Pro)', { maxTouchPoints: 5 }],
  ['android', undefined, 'Mozilla/5.0 (Linux; U; Android 14; zh-cn; MiPad 6)'],
  ['android', undefined, LINUX, ASKS_FOR_DESKTOP],
  ['desktop', undefined, `${LINUX} Chrome/142.0.0.0 Safari/537.36`],
  ['desktop', undefined, ''],
])(
  'detectPlatform returns %s, and detectVersion %s, for %s with %j',
  (platform, version, userAgent, more) => {
    expect(detectPlatform({ userAgent, ...more })).toBe(platform)
    expect(detectVersion({ userAgent, ...more })).toBe(version)
  },
)
