import { expect, test } from 'vitest'
import { detectBrowser } from './detect-browser.ts'
import { detectPlatform } from './detect-platform.ts'
import { detectVersion } from './detect-version.ts'
import { type NavigatorLike, readNavigator } from './navigator-like.ts'

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE}`
const WINDOWS = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK}`
const ANDROID = `Mozilla/5.0 (Linux; Android 10; K) ${BLINK}`
const CHROME = `${WINDOWS} Chrome/142.0.0.0 Safari/537.36`

const withBrands = (userAgent: string, ...brands: string[]): NavigatorLike => ({
  userAgent,
  userAgentData: { brands: brands.map(brand => ({ brand })), platform: 'Windows', mobile: false },
})

test.each([
  ...['Avast Secure Browser', 'AVG Secure Browser', 'CCleaner Browser', 'Gener8', 'Yandex', 'Arc'],
  ...[
    'ChatGPT Atlas',
    'Perplexity',
    'Microsoft Edge WebView2',
    'Microsoft Teams',
    'HeadlessChrome',
  ],
  'Android WebView',
])('does not return a known browser for %s, whose menus are unknown', brand => {
  for (const named of ['Google Chrome', 'Microsoft Edge', 'Chromium']) {
    const brands = ['Chromium', named, brand, 'Not_A Brand']
    expect(detectBrowser(withBrands(CHROME, ...brands))).toBe('other')
    expect(detectBrowser(withBrands(`${CHROME} Edg/142.0.0.0`, ...brands))).toBe('other')
    const android = `${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36`
    expect(detectBrowser(withBrands(android, ...brands))).toBe('in-app')
  }
})

test.each([
  'Valve Steam GameOverlay/default/1741737356',
  'Valve Client/default/1769025840',
  'Chromium GOST',
  'Toss/5.120.0',
])('does not return Chrome or Safari for the name %s inside the comment about the system', name => {
  const within = (userAgent: string) => ({ userAgent: userAgent.replace(')', `; ${name})`) })
  const safari = `${MAC} Version/26.1 Safari/605.1.15`
  for (const userAgent of [CHROME, `${CHROME} Edg/142.0.0.0`, safari])
    expect(detectBrowser(within(userAgent))).toBe('other')
  const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} Version/26.1 Mobile/15E148 Safari/604.1`
  for (const userAgent of [`${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36`, iphone])
    expect(detectBrowser(within(userAgent))).toBe('in-app')
})

test.each(['Build/BP2A.250605.031', 'SM-G965F/XXS2BRK3 Build/R16NW', '32LEX-7127/TS2C'])(
  'returns Chrome for the device %s, which has a slash like a version',
  device => {
    const userAgent = `Mozilla/5.0 (Linux; Android 9; ${device}) ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`
    expect(detectBrowser({ userAgent })).toBe('chrome-android')
  },
)

test.each([
  [
    'in-app',
    `${ANDROID.replace('K)', 'SAMSUNG SM-A032F Build/TP1A; wv)')} Version/4.0 SamsungBrowser/7.4 Chrome/127.0.6533.103 Mobile Safari/537.36`,
  ],
  ['in-app', 'Mozilla/5.0 (Android 14; Mobile; rv:125.0; Ghostery:3.0) Gecko/125.0 Firefox/125.0'],
  [
    'other',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} coc_coc_browser/150.0.130 CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1`,
  ],
  [
    'in-app',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} GSA/399.2.845414227 Mobile/15E148 Safari/604.1`,
  ],
  [
    'in-app',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} Mobile/15E148 MetaIAB Threads`,
  ],
  [
    'firefox-ios',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) ${APPLE} FxiOS/155 Mobile/15E148 Version/26.4`,
  ],
  ['edge', `${CHROME} Edg/142.0.0.0 (MiniCanvas)`],
])('returns %s for %s', (browser, userAgent) => {
  expect(detectBrowser({ userAgent })).toBe(browser)
})

test.each([
  ['samsung', 'Samsung Internet'],
  ['opera', 'OperaMobile'],
])(
  'returns %s for the brand %s when the user agent is that of Chrome on Android',
  (browser, brand) => {
    const brands = ['Chromium', brand, 'Not_A Brand'].map(name => ({ brand: name }))
    const userAgent = `${ANDROID} Chrome/142.0.0.0 Mobile Safari/537.36`
    expect(detectBrowser({ userAgent, userAgentData: { brands, platform: 'Android' } })).toBe(
      browser,
    )
  },
)

test('returns other for Samsung Internet on Windows, whose menus are not those of its phones', () => {
  const userAgent = `${WINDOWS} SamsungBrowser/29.0 Chrome/136.0.0.0 Safari/537.36`
  expect(detectBrowser({ userAgent })).toBe('other')
  expect(detectBrowser(withBrands(CHROME, 'Chromium', 'Samsung Internet'))).toBe('other')
})

test.each([
  ...['Not_A Brand', ' Not A;Brand', 'Not/A)Brand', ';Not A Brand', '(Not(A:Brand', 'Not-A.Brand'],
  ...['Not=A?Brand', 'Not:A-Brand', '\\\\Not"A;Brand', 'Not.A/Brand'],
])('ignores the filler %j among the brands', filler => {
  expect(detectBrowser(withBrands(CHROME, filler, 'Google Chrome', 'Chromium'))).toBe('chrome')
})

test.each([undefined, null])('uses the user agent when the brands are %s', brands => {
  expect(detectBrowser({ userAgent: CHROME, userAgentData: { brands } })).toBe('chrome')
})

test.each([
  ['chrome', `${WINDOWS}  Chrome/142.0.0.0 Safari/537.36`],
  ['chrome', CHROME.replaceAll(' ', '+')],
  ['brave', `${WINDOWS} brave/0.7.9 Chrome/47.0.2526.73 Safari/537.36`],
  ['safari', `${MAC} Version/15.6,2 Safari/605.1.15`],
  [
    'safari',
    'Mozilla/5.0 (Macintosh; U; PPC Mac OS X; en) AppleWebKit/125.2 (KHTML, like Gecko) Safari/125.8',
  ],
  ['firefox', 'Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.9.1) Gecko/20090701 Shiretoko/3.5'],
  ['firefox', 'Mozilla/5.0 (Windows NT 6.1; rv:2.0b4pre) Gecko/20100815 Minefield/4.0b4pre'],
  [
    'firefox',
    'Mozilla/5.0 (Windows; rv:1.9.1.6) Gecko/20091201 Firefox/3.5.6 (.NET CLR 3.5.30729)',
  ],
  ['firefox', 'Mozilla/5.0 (Windows; U; rv:1.8b) Gecko/20050209 Firefox/1.0+'],
  [
    'samsung',
    `Mozilla/5.0 Linux; Android 9; SAMSUNG SM-T830 AppleWebKit/537.36 KHTML, like Gecko SamsungBrowser/9.2 Chrome/67.0.3396.87 Safari/537.36`,
  ],
])('returns %s also for the spelling %s', (browser, userAgent) => {
  expect(detectBrowser({ userAgent })).toBe(browser)
})

test('reads at most 1,024 characters', () => {
  const filled = (length: number) => `${' '.padEnd(length - 8, 'x')} Trident/`
  expect(detectBrowser({ userAgent: filled(1016) })).toBe('ie')
  expect(detectBrowser({ userAgent: filled(1026) })).toBe('other')
})

test.each([
  'iPiP',
  'Mac',
  '(Mac',
  'Windows Version/',
  '(Mac) AppleWebKit/',
  'Gecko) Chrome/',
  '; wv ',
])(
  'reads at most 1,024 characters of a megabyte of %j, to limit the time of each pattern',
  piece => {
    const userAgent = `${piece.repeat(1_000_000 / piece.length)} Trident/7.0 Version/26.1 Android`
    const hostile = { userAgent, userAgentData: { platform: 'Windows' } }
    expect(readNavigator(hostile).length).toBeLessThanOrEqual(1024)
    expect(detectBrowser(hostile)).not.toBe('ie')
    expect(detectVersion(hostile)).toBeUndefined()
    expect(detectPlatform(hostile)).not.toBe('android')
  },
)

test('returns safari-ios when Chrome emulates an iPhone', () => {
  const userAgent = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${APPLE} Version/26.1 Mobile/15E148 Safari/604.1`
  const emulated = withBrands(userAgent, 'Chromium', 'Google Chrome', 'Not?A_Brand')
  expect(detectBrowser({ ...emulated, maxTouchPoints: 1 })).toBe('safari-ios')
})
