import { expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import { guideFor } from './guide-for.ts'
import { text } from './text/en.ts'
import { text as ja } from './text/ja.ts'
import { text as ko } from './text/ko.ts'

const address = 'https://www.example.com/ko/?q=1#top'
const guide = (browser: BrowserId, more = {}) => guideFor(browser, text, { address, ...more })
/** Matches the apps, whose menus are all unknown. */
const APP = /^(naver-app|kakaotalk|line|instagram|facebook|in-app)$/
const pathOf = (browser: BrowserId, task: string, more = {}) =>
  guide(browser, more).steps.find(step => step.task === task)?.path

test('ends the steps of a deletion with the label that deletes', () => {
  expect(pathOf('edge', 'deleteOne')?.slice(-1)).toEqual(['Delete'])
  expect(pathOf('edge', 'deleteAll')?.slice(-1)).toEqual(['Clear now'])
  expect(pathOf('firefox', 'deleteAll')?.slice(-1)).toEqual(['Clear'])
  expect(pathOf('firefox-android', 'deleteAll')?.slice(-1)).toEqual(['Delete browsing data'])
  expect(pathOf('safari-ios', 'deleteAll')?.slice(-1)).toEqual(['Remove All Website Data'])
  expect(pathOf('ie', 'deleteAll')?.slice(-1)).toEqual(['Delete'])
  expect(pathOf('chrome-ios', 'deleteAll')?.slice(-2)).toEqual(['Confirm', 'Delete data'])
})

const noteOf = (browser: BrowserId, task: string, language = text) =>
  guideFor(browser, language, { address }).steps.find(step => step.task === task)?.note

test('says that the lists of Chrome and Safari show the main domain instead of each host, and that Edge’s may', () => {
  for (const browser of ['chrome', 'safari', 'safari-ios'] as const)
    expect(noteOf(browser, 'deleteOne')).toMatch(/^It is listed under its main domain\./)
  expect(noteOf('edge', 'deleteOne')).toMatch(/^It may be listed under its main domain\./)
})

test.each([
  ['en', text, /^(All time|Everything)$/, /all time/],
  ['ko', ko, /^(전체 기간|모든 시간|전체)$/, /전체 기간/],
  ['ja', ja, /^(全期間|すべての期間|すべての履歴)$/, /全期間/],
])(
  'in %s, deletes all cookies of all time where the browser’s dialog preselects less',
  (_, language, label, period) => {
    const pathIn = (browser: BrowserId) =>
      guideFor(browser, language, { address }).steps.find(({ task }) => task === 'deleteAll')?.path
    for (const browser of ['chrome', 'chrome-android', 'chrome-ios', 'edge', 'firefox'] as const)
      expect(pathIn(browser)).toContainEqual(expect.stringMatching(label))
    for (const browser of ['brave', 'whale'] as const)
      expect(noteOf(browser, 'deleteAll', language)).toMatch(period)
  },
)

test.each([
  ['en', text],
  ['ko', ko],
  ['ja', ja],
])(
  'in %s, names a box or switch for cookies that is on already in a note, never as a step that turns it off',
  (_, language) => {
    const isCookies = /^(Cookies?|쿠키|クッキー)( |、|, |$)/
    for (const browser of ['chrome', 'chrome-android', 'chrome-ios', 'edge', 'ie'] as const) {
      const { steps } = guideFor(browser, language, { address })
      const step = steps.find(({ task }) => task === 'deleteAll')
      expect(step?.path.filter(label => isCookies.test(label))).toEqual([])
      expect(step?.note).toMatch(/[“‘「](Cookie|쿠키|クッキー)/)
    }
    for (const browser of ['firefox', 'firefox-android'] as const)
      for (const { task, path, note } of guideFor(browser, language, { address }).steps)
        if (/^(block|deleteAll)|accept/.test(task) && path.length > 0) {
          expect(path.filter(label => isCookies.test(label))).toEqual([])
          expect(note).toMatch(/[“‘「](Cookie|쿠키)/)
        }
  },
)

test('confirms Chrome’s question when all cookies are blocked', () => {
  expect(pathOf('chrome', 'blockAll')?.slice(-1)).toEqual(['Turn off'])
})

test('deletes all data of Whale by the menu that Korean sources show', () => {
  const { steps } = guideFor('whale', ko, { address })
  expect(steps.find(({ task }) => task === 'deleteAll')?.path).toEqual([
    ...['⋮', '설정', '개인정보 보호', '인터넷 사용 기록 삭제'],
  ])
})

test('starts the private mode of Samsung Internet, and finds the tabs of Safari without ⧉', () => {
  expect(pathOf('samsung', 'privateWindow')).toEqual(['Tabs', 'Turn on Secret mode', 'Start'])
  expect(noteOf('safari-ios', 'privateWindow')).toMatch(/⋯/)
})

test('omits "Apps" from the menus of iOS 17 and earlier, and keeps "Apps" elsewhere', () => {
  const first = (version?: number) => pathOf('safari-ios', 'blockAll', { version })?.slice(0, 3)
  expect(first(17)).toEqual(['Settings', 'Safari', 'Advanced'])
  expect(first(18)).toEqual(['Settings', 'Apps', 'Safari'])
  expect(first()).toEqual(['Settings', 'Apps', 'Safari'])
  expect(pathOf('safari', 'blockAll', { version: 17 })).toEqual(pathOf('safari', 'blockAll'))
  expect(pathOf('safari-ios', 'privateWindow', { version: 17 })).toEqual(['⧉', 'Private'])
  const overrides = { 'safari-ios': { tasks: { blockAll: 'Settings > Apps > Safari' } } }
  expect(pathOf('safari-ios', 'blockAll', { version: 17, overrides })).toContain('Apps')
})

test('says what to choose in Internet Explorer, where one dialog has all settings', () => {
  const notes = guide('ie')
    .steps.slice(0, 3)
    .flatMap(({ note }) => note ?? [])
  expect(new Set(notes).size).toBe(3)
  expect(notes.join()).toMatch(/Accept.*Block/)
  expect(text.retired).toContain('IE mode')
})

test('says that Chrome for iOS has no known switch for cookies', () => {
  const { steps } = guide('chrome-ios')
  expect(steps.find(({ task }) => task === 'blockAll')).toMatchObject({
    path: [],
    note: expect.stringContaining('no switch'),
  })
})

test('describes a private window for every browser and for no app', () => {
  for (const browser of Object.keys(text.rows) as BrowserId[])
    for (const platform of ['desktop', 'android', 'ios'] as const) {
      const step = guide(browser, { platform }).steps.find(({ task }) => task === 'privateWindow')
      expect(Boolean(step?.path.length || step?.note)).toBe(!APP.test(browser))
    }
})

test.each([
  ['brave', ['☰', 'New Private Window']],
  ['duckduckgo', ['⋯', 'New Fire Window']],
  ['edge-android', []],
  ['edge-ios', []],
  ['firefox-ios', []],
  ['whale', []],
  ['opera', []],
  ['vivaldi', []],
] as const)(
  'gives labels for the private window of %s only when a source shows the labels',
  (browser, path) => {
    const step = guide(browser).steps.find(({ task }) => task === 'privateWindow')
    expect(step?.path).toEqual(path)
    expect(step?.note).toBe(path.length > 0 ? undefined : text.rows.other[7]?.slice(3))
  },
)

test.each([
  ['android', 'samsung', 'desktop', 'Delete advertising ID'],
  ['android', 'chrome-android', 'desktop', 'Delete advertising ID'],
  ['android', 'in-app', 'android', 'Delete advertising ID'],
  ['ios', 'safari-ios', 'desktop', 'Allow Apps to Request to Track'],
  ['ios', 'kakaotalk', 'ios', 'Allow Apps to Request to Track'],
] as const)(
  'says where %s lets a visitor of %s turn off the advertising ID (%s)',
  (_, browser, platform, label) => {
    expect(pathOf(browser, 'advertisingId', { platform })?.slice(-1)).toEqual([label])
  },
)

test.each(['chrome', 'safari', 'ie', 'other', 'kakaotalk'] as const)(
  'omits the advertising ID for %s on a computer',
  browser => {
    expect(pathOf(browser, 'advertisingId')).toBeUndefined()
  },
)
