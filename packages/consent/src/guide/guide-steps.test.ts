import { expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import { guideFor } from './guide-for.ts'
import { text } from './text/en.ts'

const address = 'https://www.example.com/ko/?q=1#top'
const guide = (browser: BrowserId, more = {}) => guideFor(browser, text, { address, ...more })
/** Matches the apps, whose menus are all unknown. */
const APP = /^(naver-app|kakaotalk|line|instagram|facebook|in-app)$/
const pathOf = (browser: BrowserId, task: string, more = {}) =>
  guide(browser, more).steps.find(step => step.task === task)?.path

test('ends the steps of a deletion with the label that deletes', () => {
  expect(pathOf('edge', 'deleteOne')?.slice(-1)).toEqual(['Delete'])
  expect(pathOf('edge', 'deleteAll')?.slice(-1)).toEqual(['Clear now'])
  expect(pathOf('firefox', 'deleteAll')?.slice(-2)).toEqual(['Cookies and site data', 'Clear'])
  expect(pathOf('firefox-android', 'deleteAll')?.slice(-1)).toEqual(['Delete browsing data'])
  expect(pathOf('safari-ios', 'deleteAll')?.slice(-1)).toEqual(['Remove All Website Data'])
  expect(pathOf('ie', 'deleteAll')?.slice(-1)).toEqual(['Delete'])
  expect(pathOf('chrome-ios', 'deleteAll')?.slice(-2)).toEqual(['Confirm', 'Delete data'])
})

test('says that Safari’s lists show the main domain instead of each host', () => {
  for (const browser of ['safari', 'safari-ios'] as const)
    expect(guide(browser).steps.find(({ task }) => task === 'deleteOne')?.note).toMatch(
      /^It is listed under its main domain\./,
    )
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
  const notes = guide('ie').steps.flatMap(({ note }) => note ?? [])
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
