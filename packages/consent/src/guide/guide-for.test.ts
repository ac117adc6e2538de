import { describe, expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import { browserNames } from './browser-names.ts'
import { guideFor } from './guide-for.ts'
import { text } from './text/en.ts'
import { text as korean } from './text/ko.ts'

const address = 'https://www.example.com/ko/?q=1#top'
const guide = (browser: BrowserId, more = {}) => guideFor(browser, text, { address, ...more })
const pathOf = (browser: BrowserId, task: string, more = {}) =>
  guide(browser, more).steps.find(step => step.task === task)?.path

const BROWSERS = Object.keys(text.rows) as BrowserId[]
const APPS = ['naver-app', 'kakaotalk', 'line', 'instagram', 'facebook', 'in-app'] as const
const isApp = (browser: BrowserId) => (APPS as readonly string[]).includes(browser)
const USUAL = ['accept', 'block3p', 'blockAll', 'deleteOne', 'deleteAll']

test('returns the menu labels of the browser as a list', () => {
  expect(pathOf('chrome', 'block3p')).toEqual([
    '⋮',
    'Settings',
    'Privacy and security',
    'Third-party cookies',
    'Block third-party cookies',
  ])
})

test('names the page’s host when the visitor has to find the host in a list', () => {
  expect(pathOf('safari', 'deleteOne')).toContain('www.example.com')
  expect(pathOf('safari', 'deleteOne', { address: 'nonsense' })).toContain('…')
})

test('says that the visitor has to turn a switch off', () => {
  const [accept] = guide('safari').steps
  expect(accept?.path.slice(-1)[0]).toBe('Block all cookies')
  expect(accept?.note).toBe('Turn it off.')
})

test.each(BROWSERS.filter(browser => !isApp(browser)))('says how %s accepts cookies', browser => {
  const [accept] = guide(browser).steps
  expect(accept?.task).toBe('accept')
  expect(accept?.path.length || accept?.note?.length).toBeGreaterThan(0)
})

test.each(BROWSERS)('says where to look when %s has no steps for a task', browser => {
  const { steps, sentence } = guide(browser)
  const usual = steps.filter(({ task }) => USUAL.includes(task))
  expect(usual.length === 5 || Boolean(sentence)).toBe(true)
})

test.each(['chrome', 'edge', 'safari', 'firefox', 'chrome-android', 'safari-ios'] as const)(
  'returns every task of %s',
  browser => {
    const onPhone = /-/.test(browser) ? ['advertisingId'] : []
    const { steps, sentence } = guide(browser)
    expect(steps.map(({ task }) => task)).toEqual([...USUAL, 'privateWindow', ...onPhone])
    expect(sentence).toBe('')
  },
)

test.each([
  'edge-android',
  'edge-ios',
  'whale',
  'opera',
  'vivaldi',
  'naver-app',
  'kakaotalk',
  'line',
  'instagram',
  'facebook',
  'in-app',
  'other',
] as const)('returns no menu of %s when no source is good enough', browser => {
  const own = guide(browser).steps.filter(({ task }) => task !== 'advertisingId')
  expect(own.flatMap(({ path }) => path)).toEqual([])
})

test.each([
  ['chrome-ios', 'block3p'],
  ['chrome-ios', 'deleteOne'],
  ['samsung', 'block3p'],
  ['firefox-android', 'deleteOne'],
  ['firefox-ios', 'block3p'],
  ['firefox-ios', 'blockAll'],
  ['brave', 'deleteOne'],
  ['brave', 'deleteAll'],
  ['ie', 'deleteOne'],
  ['duckduckgo', 'accept'],
  ['duckduckgo', 'deleteAll'],
] as const)('returns no menu of %s for %s when no source is good enough', (browser, task) => {
  expect(pathOf(browser, task) ?? []).toEqual([])
})

test('returns the general sentence for an unknown browser', () => {
  const { name, steps, sentence } = guideFor('__proto__' as BrowserId, text, { address })
  expect({ name, sentence }).toEqual({ name: 'Another browser', sentence: text.general })
  expect(steps.map(({ task, path }) => [task, path])).toEqual([
    ['accept', []],
    ['privateWindow', []],
  ])
})

describe('the address of the settings', () => {
  test('is present on the desktop', () => {
    expect(guide('chrome').address).toBe('chrome://settings/cookies')
    expect(guide('brave').address).toBe('brave://settings/shields')
  })

  test.each(['chrome-android', 'safari', 'safari-ios', 'kakaotalk'] as const)(
    'is missing for %s, which has no such address',
    browser => {
      expect(guide(browser).address).toBeUndefined()
    },
  )

  test.each(['brave', 'duckduckgo'] as const)(
    'is missing, like the desktop menus, for %s on a phone',
    browser => {
      const { address: settings, steps, sentence } = guide(browser, { platform: 'android' })
      expect(settings).toBe('')
      expect(steps.map(({ task }) => task)).toEqual(['accept', 'privateWindow', 'advertisingId'])
      expect(steps.slice(0, 2).flatMap(({ path }) => path)).toEqual([])
      expect(sentence).toBe(text.general)
    },
  )

  test.each(['chrome', 'edge', 'brave', 'whale'] as const)(
    'has a second form for deleting everything, shown in the step, for %s on the desktop',
    browser => {
      const addressIn = (more?: object) =>
        guide(browser, more).steps.find(({ task }) => task === 'deleteAll')?.address
      expect(addressIn()).toBe(`${browser}://settings/clearBrowserData`)
      expect(addressIn({ overrides: { [browser]: { tasks: { deleteAll: '' } } } })).toBeUndefined()
    },
  )

  test('is missing on a phone when only the desktop browser has an address', () => {
    for (const browser of ['brave', 'whale', 'chrome-android'] as const)
      for (const { address: settings } of guide(browser, { platform: 'android' }).steps)
        expect(settings).toBeUndefined()
  })
})

describe('the text about Google Analytics', () => {
  test.each(['chrome', 'edge', 'firefox', 'safari'] as const)(
    'links to Google’s add-on for %s, in the language of the guide',
    browser => {
      const { googleOptOut, analytics } = guideFor(browser, korean, { address })
      expect(googleOptOut).toBe('https://tools.google.com/dlpage/gaoptout?hl=ko')
      expect(analytics).toContain(korean.addOn)
    },
  )

  test.each(['chrome-android', 'safari-ios', 'whale', 'kakaotalk', 'ie', 'other'] as const)(
    'has only the sentence about refusing on this site for %s',
    browser => {
      expect(guide(browser).googleOptOut).toBe('')
      expect(guide(browser).analytics).toBe(text.refuse)
    },
  )
})

test('marks only Internet Explorer as retired', () => {
  expect(BROWSERS.filter(browser => guide(browser).legacy)).toEqual(['ie'])
  expect(guide('ie').sentence).toBe(text.retired)
})

test.each(APPS)('says in %s to refuse on this site or to open the page in a browser', browser => {
  const { sentence, wayOut, steps } = guide(browser, { platform: 'android' })
  expect(sentence).toBe(text.inApp)
  expect(wayOut).toMatch(/^(kakaotalk|intent|https):/)
  expect(steps.map(({ task }) => task)).toEqual(['advertisingId'])
  for (const sentence of [text.rows.other[2], text.rows.other[7]])
    expect(JSON.stringify(guide(browser))).not.toContain(sentence?.slice(3))
})

test.each(['naver-app', 'instagram', 'facebook', 'in-app'] as const)(
  'names the app’s menu in %s on iOS, where no address opens the page in a browser',
  browser => {
    const { sentence, wayOut } = guide(browser, { platform: 'ios' })
    expect(wayOut).toBeUndefined()
    expect(sentence).toContain('the app’s menu (⋯)')
  },
)

test('returns no address to open the page elsewhere when the browser is not an app', () => {
  expect(guide('samsung', { platform: 'android' }).wayOut).toBe('')
})

test('the chooser lists the common browsers first and the unknown browser last', () => {
  const names = browserNames(korean)
  expect(names[0]).toEqual(['chrome', 'Chrome'])
  expect(names.slice(-1)[0]).toEqual(['other', '기타 브라우저'])
  expect(new Map(names).get('kakaotalk')).toBe('카카오톡')
})
