import { expect, test } from 'vitest'
import { text } from '../words/en/steps.ts'
import { text as ja } from '../words/ja/steps.ts'
import { text as ko } from '../words/ko/steps.ts'
import type { BrowserId, Platform } from './detect-browser.ts'
import { browserNames, guideFor, loadGuideText } from './guide-for.ts'

const address = 'https://www.example.com/ko/?q=1#top'
const guide = (browser: BrowserId, more = {}, language = text) =>
  guideFor(browser, language, { address, ...more })
const stepOf = (browser: BrowserId, task: string, more = {}, language = text) =>
  guide(browser, more, language).steps.find(step => step.task === task)
const pathOf = (...given: Parameters<typeof stepOf>) => stepOf(...given)?.path
const noteOf = (...given: Parameters<typeof stepOf>) => stepOf(...given)?.note

const BROWSERS = Object.keys(text.rows) as BrowserId[]
const APPS = ['naver-app', 'kakaotalk', 'line', 'instagram', 'facebook', 'in-app'] as const
const ON_PHONE = { platform: 'android' } as const

const printed = (browser: BrowserId) => {
  const { steps, browser: id, name, ...rest } = guide(browser)
  const lines = steps.map(({ task, path, note, address: page }) =>
    [`${task}:`, path.join(' > '), ...[note, page].map(one => one && `| ${one}`)]
      .filter(Boolean)
      .join(' '),
  )
  const others = Object.entries(rest).flatMap(([key, value]) => (value ? `${key}: ${value}` : []))
  return `${[`${name} (${id})`, ...lines, ...others].join('\n  ')}\n`
}

// `npm run unit -- --update` writes the file. A task without a menu has a note alone, because no
// source of a menu is good enough. guide-text.test.ts compares the menus of the languages.
test('the guide of every browser is as printed-guides.txt says', async () => {
  await expect(BROWSERS.map(printed).join('')).toMatchFileSnapshot('printed-guides.txt')
})

test('the page about Google’s add-on is in the language of the guide', () => {
  const page = 'https://tools.google.com/dlpage/gaoptout?hl=ko'
  expect(guide('chrome', {}, ko).googleOptOut).toBe(page)
})

test('the menu labels name the page’s host when the visitor has to find the host in a list', () => {
  expect(pathOf('safari', 'deleteOne')).toContain('www.example.com')
  expect(pathOf('safari', 'deleteOne', { address: 'nonsense' })).toContain('…')
})

test.each([
  ['en', text, /^(All time|Everything)$/, /all time/],
  ['ko', ko, /^(전체 기간|모든 시간|전체)$/, /전체 기간/],
  ['ja', ja, /^(全期間|すべての期間|すべての履歴)$/, /全期間/],
])(
  'the menu labels in %s delete all cookies of all time where the browser’s dialog preselects less, and have a box or switch for cookies that is on already in a note, never as a step that turns it off',
  (_, language, label, period) => {
    for (const browser of ['chrome', 'chrome-android', 'chrome-ios', 'edge', 'firefox'] as const)
      expect(pathOf(browser, 'deleteAll', {}, language)).toContainEqual(
        expect.stringMatching(label),
      )
    for (const browser of ['brave', 'whale'] as const)
      expect(noteOf(browser, 'deleteAll', {}, language)).toMatch(period)

    const isCookies = /^(Cookies?|쿠키|クッキー)( |、|, |$)/
    const isAffected = (task: string) => /^(block|deleteAll)|accept/.test(task)
    const noted = [
      ...(['chrome', 'chrome-android', 'chrome-ios', 'edge', 'ie'] as const).map(browser =>
        stepOf(browser, 'deleteAll', {}, language),
      ),
      ...(['firefox', 'firefox-android'] as const)
        .flatMap(browser => guide(browser, {}, language).steps)
        .filter(({ task, path }) => isAffected(task) && path[0]),
    ]
    for (const step of noted) {
      expect(step?.path.filter(name => isCookies.test(name))).toEqual([])
      expect(step?.note).toMatch(/[“‘「](Cookie|쿠키|クッキー)/)
    }
  },
)

test('the menu labels omit "Apps" on iOS 17 and earlier, and have "Apps" elsewhere and where the site says so', () => {
  const first = (version?: number) => pathOf('safari-ios', 'blockAll', { version })?.slice(0, 3)
  expect(first(17)).toEqual(['Settings', 'Safari', 'Advanced'])
  for (const version of [18, undefined])
    expect(first(version)).toEqual(['Settings', 'Apps', 'Safari'])
  expect(pathOf('safari', 'blockAll', { version: 17 })).toEqual(pathOf('safari', 'blockAll'))
  expect(pathOf('safari-ios', 'privateWindow', { version: 17 })).toEqual(['⧉', 'Private'])
  const overrides = { 'safari-ios': { tasks: { blockAll: 'Settings > Apps > Safari' } } }
  expect(pathOf('safari-ios', 'blockAll', { version: 17, overrides })).toContain('Apps')
})

test('returns the guide of another browser for an unknown one', () => {
  expect(guide('__proto__' as BrowserId)).toEqual({
    ...guide('other'),
    browser: '__proto__',
    name: 'Another browser',
  })
})

test.each(['whale', 'opera', 'brave', 'vivaldi', 'duckduckgo'] as const)(
  'omits the desktop menus and addresses for %s on a phone',
  browser => {
    const { address: settings, steps, sentence } = guide(browser, ON_PHONE)
    expect([settings, sentence]).toEqual(['', text.general])
    expect(steps.map(({ task }) => task)).toEqual(['accept', 'privateWindow', 'advertisingId'])
    expect(steps.slice(0, 2).flatMap(({ path }) => path)).toEqual([])
    expect(steps.flatMap(step => step.address ?? [])).toEqual([])
  },
)

test.each(APPS)(
  'says in %s how to open the page in a browser, or names the app’s menu',
  browser => {
    const { sentence, steps } = guide(browser, ON_PHONE)
    expect(steps.map(({ task }) => task)).toEqual(['advertisingId'])
    expect(sentence).toContain('the app’s menu (⋯)')
  },
)

const outOf = (browser: BrowserId, platform: Platform, page: string) =>
  guide(browser, { platform, address: page }).wayOut

const SITE = 'https://example.com/'
const PAGE = new URL('안내?a=1&b=한글#절;end', SITE)
const { href, pathname, search, hash } = PAGE
const ENCODED = encodeURIComponent(href)

test.each(['javascript:alert(1)', 'data:text/html,1', 'intent://x', 'about:blank', '', '/ko/'])(
  'no way out of an app leads to %j, which is not the address of a web page',
  page => {
    for (const browser of APPS) expect(outOf(browser, 'android', page)).toBeFalsy()
  },
)

test.each(['ios', 'android'] as const)(
  'KakaoTalk gets the whole address as one parameter on %s, also with half a surrogate pair',
  platform => {
    const open = 'kakaotalk://web/openExternal?url='
    expect(outOf('kakaotalk', platform, href)).toBe(`${open}${ENCODED}`)
    expect(outOf('kakaotalk', platform, `${SITE}\ud800`)).toContain('%25EF%25BF%25BD')
  },
)

const OPEN = 'openExternalBrowser=1'

test.each([
  ['is added to an address without parameters', '', `?${OPEN}`],
  ['is added to others', `?a=1&b=한글${hash}`, `${search}&${OPEN}${hash}`],
  ['is added to a similar one', `?${OPEN}0`, `?${OPEN}0&${OPEN}`],
  ['is not repeated', `?${OPEN}`, `?${OPEN}`],
  ['is not repeated among others', `?a=1&${OPEN}&b=2`, `?a=1&${OPEN}&b=2`],
])('the parameter for LINE %s', (_, given, expected) => {
  expect(outOf('line', 'ios', `${SITE}${given}`)).toBe(`${SITE}${expected}`)
})

test.each(['naver-app', 'instagram', 'facebook', 'in-app'] as const)(
  'the way out of %s is an intent on Android, whose parts the page’s address cannot change, with the page’s port and scheme, and is missing on iOS and in a browser',
  browser => {
    const [target, parts, ...rest] = (outOf(browser, 'android', href) ?? '').split('#')
    expect(rest).toEqual([])
    expect(target).toBe(`intent://example.com${pathname}${search}`)
    expect(parts?.split(';')).toEqual([
      ...['Intent', 'scheme=https', 'package=com.android.chrome'],
      ...[`S.browser_fallback_url=${ENCODED}`, 'end'],
    ])
    expect(outOf(browser, 'android', 'http://localhost:8080/a')).toMatch(
      /^intent:\/\/localhost:8080\/a#Intent;scheme=http;/,
    )
    for (const other of [outOf(browser, 'ios', href), outOf('samsung', 'android', href)])
      expect(other).toBeFalsy()
  },
)

test('the chooser lists the common browsers first and the unknown browser last', () => {
  const names = browserNames(ko)
  expect(names[0]).toEqual(['chrome', 'Chrome'])
  expect(names.slice(-1)[0]).toEqual(['other', '기타 브라우저'])
  expect(new Map(names).get('kakaotalk')).toBe('카카오톡')
})

const better = { help: 'https://help.example/samsung', checked: '2027-01-01' }
const deleteAll = '☰ > Settings > Delete browsing data | Then confirm.'
const overrides = {
  samsung: { ...better, tasks: { deleteAll } },
  chrome: { address: '', tasks: { blockAll: '' } },
  brave: { tasks: { accept: '⋯ > Settings' } },
}

test('the overrides of a site replace and complete the row of a browser, on a phone too, and change no other browser', () => {
  const { steps, ...samsung } = guide('samsung', { overrides })
  expect(samsung).toMatchObject(better)
  expect(steps.map(({ task }) => task)).toEqual([
    ...['accept', 'deleteAll', 'privateWindow', 'advertisingId'],
  ])
  const path = ['☰', 'Settings', 'Delete browsing data']
  expect(steps[1]).toMatchObject({ path, note: 'Then confirm.' })
  expect(pathOf('brave', 'accept', { platform: 'ios', overrides })).toEqual(['⋯', 'Settings'])
  expect(guide('edge', { overrides })).toEqual(guide('edge'))
})

test('the overrides of a site remove a text when the override is empty, and keep the others', () => {
  const { address: settings, steps, sentence } = guide('chrome', { overrides })
  expect(settings).toBe('')
  expect(steps.map(({ task }) => task)).toEqual([
    ...['accept', 'block3p', 'deleteOne', 'deleteAll', 'privateWindow'],
  ])
  expect(sentence).toBe(text.general)
})

test('the overrides of a site ignore the properties that all objects inherit', () => {
  const hostile = JSON.parse(
    '{"__proto__":{"chrome":{"help":"javascript:1"}},"chrome":{"__proto__":{"name":"no"},"tasks":{"__proto__":{"accept":"no"}}}}',
  )
  expect(guide('chrome', { overrides: hostile })).toMatchObject(guide('chrome'))
  expect(Object.prototype).not.toHaveProperty('accept')
})

test.each([
  ['en', ['en', 'fr', 'kok', '', 'constructor', 'e-ko']],
  ['ko', ['ko', 'ko-KR']],
  ['ja', ['JA-jp']],
])('loads the texts in %s for the language tags %j', async (language, tags) => {
  for (const tag of tags) expect((await loadGuideText(tag)).language).toBe(language)
})
