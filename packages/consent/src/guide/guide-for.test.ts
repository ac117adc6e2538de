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

test('answers with the labels of the browser, one by one', () => {
  expect(pathOf('chrome', 'block3p')).toEqual([
    '⋮',
    'Settings',
    'Privacy and security',
    'Third-party cookies',
    'Block third-party cookies',
  ])
})

test('names the page where a list has to be searched for it', () => {
  expect(pathOf('safari', 'deleteOne')).toContain('www.example.com')
  expect(pathOf('safari', 'deleteOne', { address: 'nonsense' })).toContain('…')
})

test('says that a switch has to be turned off', () => {
  const [accept] = guide('safari').steps
  expect(accept?.path.slice(-1)[0]).toBe('Block all cookies')
  expect(accept?.note).toBe('Turn it off.')
})

test.each(BROWSERS)('says of %s how it accepts cookies', browser => {
  const [accept] = guide(browser).steps
  expect(accept?.task).toBe('accept')
  expect(accept?.path.length || accept?.note?.length).toBeGreaterThan(0)
})

test.each(BROWSERS)('where %s leaves a task open, a sentence says where to look', browser => {
  const { steps, sentence } = guide(browser)
  expect(steps.length === 5 || Boolean(sentence)).toBe(true)
})

test.each(['chrome', 'chrome-android', 'safari', 'safari-ios', 'firefox'] as const)(
  'shows every task of %s',
  browser => {
    expect(guide(browser).steps).toHaveLength(5)
    expect(guide(browser).sentence).toBe('')
  },
)

test.each([
  'chrome-ios',
  'edge-android',
  'edge-ios',
  'samsung',
  'whale',
  'opera',
  'vivaldi',
  'duckduckgo',
  'naver-app',
  'kakaotalk',
  'line',
  'instagram',
  'facebook',
  'other',
] as const)('shows no menu of %s, of which no source is good enough', browser => {
  expect(guide(browser).steps.flatMap(({ path }) => path)).toEqual([])
})

test.each([
  ['edge', 'deleteAll'],
  ['firefox-android', 'deleteOne'],
  ['firefox-ios', 'block3p'],
  ['firefox-ios', 'blockAll'],
  ['brave', 'deleteOne'],
  ['brave', 'deleteAll'],
  ['ie', 'blockAll'],
] as const)('shows no menu of %s for %s, of which no source is good enough', (browser, task) => {
  expect(pathOf(browser, task)).toBeUndefined()
})

test('an unknown browser gets the general sentence', () => {
  const { name, steps, sentence } = guideFor('__proto__' as BrowserId, text, { address })
  expect({ name, sentence }).toEqual({ name: 'Another browser', sentence: text.general })
  expect(steps).toHaveLength(1)
})

describe('the address of the settings', () => {
  test('is given on the desktop', () => {
    expect(guide('chrome').address).toBe('chrome://settings/cookies')
    expect(guide('brave').address).toBe('brave://settings/shields')
  })

  test.each(['chrome-android', 'safari', 'safari-ios', 'kakaotalk'] as const)(
    'is not given for %s, which has none',
    browser => {
      expect(guide(browser).address).toBeUndefined()
    },
  )

  test('is not given, nor the desktop’s menus, for Brave on a phone', () => {
    const { address: settings, steps, sentence } = guide('brave', { platform: 'android' })
    expect(settings).toBe('')
    expect(steps.flatMap(({ path }) => path)).toEqual([])
    expect(sentence).toBe(text.general)
  })
})

describe('Google Analytics', () => {
  test.each(['chrome', 'edge', 'firefox', 'safari'] as const)(
    '%s gets the link to Google’s add-on, in the reader’s language',
    browser => {
      const { googleOptOut, analytics } = guideFor(browser, korean, { address })
      expect(googleOptOut).toBe('https://tools.google.com/dlpage/gaoptout?hl=ko')
      expect(analytics).toContain(korean.addOn)
    },
  )

  test.each(['chrome-android', 'safari-ios', 'whale', 'kakaotalk', 'ie', 'other'] as const)(
    '%s is told to refuse here',
    browser => {
      expect(guide(browser).googleOptOut).toBe('')
      expect(guide(browser).analytics).toBe(text.refuse)
    },
  )
})

test('only Internet Explorer is retired', () => {
  expect(BROWSERS.filter(browser => guide(browser).legacy)).toEqual(['ie'])
  expect(guide('ie').sentence).toBe(text.retired)
})

test.each(['naver-app', 'kakaotalk', 'line', 'instagram', 'facebook'] as const)(
  '%s is told to refuse here or to open the page elsewhere',
  browser => {
    expect(guide(browser).sentence).toBe(text.inApp)
    expect(guide(browser, { platform: 'android' }).wayOut).toMatch(/^(kakaotalk|intent|https):/)
  },
)

test('a browser of its own has no way out', () => {
  expect(guide('samsung', { platform: 'android' }).wayOut).toBe('')
})

describe('what a host knows better', () => {
  const overrides = {
    samsung: {
      help: 'https://help.example/samsung',
      checked: '2027-01-01',
      tasks: { deleteAll: '☰ > Settings > Delete browsing data | Then confirm.' },
    },
    chrome: { address: '', tasks: { blockAll: '' } },
  }

  test('replaces and completes our row', () => {
    const { help, checked, steps } = guide('samsung', { overrides })
    expect({ help, checked }).toEqual({
      help: 'https://help.example/samsung',
      checked: '2027-01-01',
    })
    expect(steps.map(({ task }) => task)).toEqual(['accept', 'deleteAll'])
    expect(steps[1]).toMatchObject({
      path: ['☰', 'Settings', 'Delete browsing data'],
      note: 'Then confirm.',
    })
  })

  test('removes what it sets to nothing, and leaves the rest', () => {
    const { address: settings, steps, sentence } = guide('chrome', { overrides })
    expect(settings).toBe('')
    expect(steps.map(({ task }) => task)).toEqual(['accept', 'block3p', 'deleteOne', 'deleteAll'])
    expect(sentence).toBe(text.general)
  })

  test('says nothing of other browsers', () => {
    expect(guide('edge', { overrides })).toEqual(guide('edge'))
  })

  test('holds on a phone too', () => {
    const own = { brave: { tasks: { accept: '⋯ > Settings' } } }
    expect(pathOf('brave', 'accept', { platform: 'ios', overrides: own })).toEqual([
      '⋯',
      'Settings',
    ])
  })

  test('cannot reach what all objects inherit', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"chrome":{"help":"javascript:1"}},"chrome":{"__proto__":{"name":"no"},"tasks":{"__proto__":{"accept":"no"}}}}',
    )
    const { steps, help, name } = guide('chrome', { overrides: hostile })
    expect({ steps, help, name }).toEqual({
      steps: guide('chrome').steps,
      help: guide('chrome').help,
      name: 'Chrome',
    })
    expect(Object.prototype).not.toHaveProperty('accept')
  })
})

test('a chooser lists the common browsers first and the unknown one last', () => {
  const names = browserNames(korean)
  expect(names[0]).toEqual(['chrome', 'Chrome'])
  expect(names.slice(-1)[0]).toEqual(['other', '기타 브라우저'])
  expect(new Map(names).get('kakaotalk')).toBe('카카오톡')
})
