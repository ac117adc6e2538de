import { describe, expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import { browserNames } from './browser-names.ts'
import { guideFor } from './guide-for.ts'
import { text } from './text/en.ts'
import { text as ja } from './text/ja.ts'
import { text as ko } from './text/ko.ts'

const address = 'https://www.example.com/ko/?q=1#top'
const guide = (browser: BrowserId, more = {}, language = text) =>
  guideFor(browser, language, { address, ...more })
const stepOf = (browser: BrowserId, task: string, more = {}, language = text) =>
  guide(browser, more, language).steps.find(step => step.task === task)
const pathOf = (...given: Parameters<typeof stepOf>) => stepOf(...given)?.path
const noteOf = (...given: Parameters<typeof stepOf>) => stepOf(...given)?.note

const BROWSERS = Object.keys(text.rows) as BrowserId[]
const APPS = ['naver-app', 'kakaotalk', 'line', 'instagram', 'facebook', 'in-app'] as const
const USUAL = ['accept', 'block3p', 'blockAll', 'deleteOne', 'deleteAll']
const PRIVATELY = text.rows.other[7]?.slice(3)
const ON_PHONE = { platform: 'android' } as const

describe('the menu labels', () => {
  test.each<[BrowserId, task: string, last: readonly string[], more?: object]>([
    ['edge', 'deleteOne', ['Delete']],
    ['edge', 'deleteAll', ['Clear now']],
    ['firefox', 'deleteAll', ['Clear']],
    ['firefox-android', 'deleteAll', ['Delete browsing data']],
    ['safari-ios', 'deleteAll', ['Remove All Website Data']],
    ['ie', 'deleteAll', ['Delete']],
    ['chrome-ios', 'deleteAll', ['Confirm', 'Delete data']],
    ['chrome', 'blockAll', ['Turn off']],
    ['samsung', 'privateWindow', ['Tabs', 'Turn on Secret mode', 'Start']],
    ['brave', 'privateWindow', ['☰', 'New Private Window']],
    ['duckduckgo', 'privateWindow', ['⋯', 'New Fire Window']],
    ['samsung', 'advertisingId', ['Delete advertising ID']],
    ['chrome-android', 'advertisingId', ['Delete advertising ID']],
    ['in-app', 'advertisingId', ['Delete advertising ID'], ON_PHONE],
    ['safari-ios', 'advertisingId', ['Allow Apps to Request to Track']],
    ['kakaotalk', 'advertisingId', ['Allow Apps to Request to Track'], { platform: 'ios' }],
  ])('of %s end, for %s, with the label that has the effect: %j', (browser, task, last, more) => {
    expect(pathOf(browser, task, more)?.slice(-last.length)).toEqual(last)
  })

  test('are a list, whole and in order', () => {
    expect(pathOf('chrome', 'block3p')).toEqual([
      ...['⋮', 'Settings', 'Privacy and security', 'Third-party cookies'],
      'Block third-party cookies',
    ])
    // The menu that Korean sources show.
    expect(pathOf('whale', 'deleteAll', {}, ko)).toEqual([
      ...['⋮', '설정', '개인정보 보호', '인터넷 사용 기록 삭제'],
    ])
  })

  test('name the page’s host when the visitor has to find the host in a list', () => {
    expect(pathOf('safari', 'deleteOne')).toContain('www.example.com')
    expect(pathOf('safari', 'deleteOne', { address: 'nonsense' })).toContain('…')
  })

  test.each([
    ['en', text, /^(All time|Everything)$/, /all time/],
    ['ko', ko, /^(전체 기간|모든 시간|전체)$/, /전체 기간/],
    ['ja', ja, /^(全期間|すべての期間|すべての履歴)$/, /全期間/],
  ])(
    'in %s delete all cookies of all time where the browser’s dialog preselects less',
    (_, language, label, period) => {
      for (const browser of ['chrome', 'chrome-android', 'chrome-ios', 'edge', 'firefox'] as const)
        expect(pathOf(browser, 'deleteAll', {}, language)).toContainEqual(
          expect.stringMatching(label),
        )
      for (const browser of ['brave', 'whale'] as const)
        expect(noteOf(browser, 'deleteAll', {}, language)).toMatch(period)
    },
  )

  test.each([
    ['en', text],
    ['ko', ko],
    ['ja', ja],
  ])(
    'in %s have a box or switch for cookies that is on already in a note, never as a step that turns it off',
    (_, language) => {
      const isCookies = /^(Cookies?|쿠키|クッキー)( |、|, |$)/
      const expectNoted = ({ path = [''], note = '' } = {}) => {
        expect(path.filter(label => isCookies.test(label))).toEqual([])
        expect(note).toMatch(/[“‘「](Cookie|쿠키|クッキー)/)
      }
      for (const browser of ['chrome', 'chrome-android', 'chrome-ios', 'edge', 'ie'] as const)
        expectNoted(stepOf(browser, 'deleteAll', {}, language) as object)
      for (const browser of ['firefox', 'firefox-android'] as const)
        for (const step of guide(browser, {}, language).steps)
          if (/^(block|deleteAll)|accept/.test(step.task) && step.path[0])
            expectNoted(step as object)
    },
  )

  test('omit "Apps" on iOS 17 and earlier, and have "Apps" elsewhere and where the site says so', () => {
    const first = (version?: number) => pathOf('safari-ios', 'blockAll', { version })?.slice(0, 3)
    expect(first(17)).toEqual(['Settings', 'Safari', 'Advanced'])
    for (const version of [18, undefined])
      expect(first(version)).toEqual(['Settings', 'Apps', 'Safari'])
    expect(pathOf('safari', 'blockAll', { version: 17 })).toEqual(pathOf('safari', 'blockAll'))
    expect(pathOf('safari-ios', 'privateWindow', { version: 17 })).toEqual(['⧉', 'Private'])
    const overrides = { 'safari-ios': { tasks: { blockAll: 'Settings > Apps > Safari' } } }
    expect(pathOf('safari-ios', 'blockAll', { version: 17, overrides })).toContain('Apps')
  })
})

test.each<[BrowserId, task: string, note: RegExp]>([
  ['safari', 'accept', /^Turn it off\.$/],
  ['chrome', 'deleteOne', /^It is listed under its main domain\./],
  ['safari', 'deleteOne', /^It is listed under its main domain\./],
  ['safari-ios', 'deleteOne', /^It is listed under its main domain\./],
  ['edge', 'deleteOne', /^It may be listed under its main domain\./],
  ['safari-ios', 'privateWindow', /⋯/],
  ['chrome-ios', 'blockAll', /no switch/],
])('the note of %s on %s matches %s', (browser, task, note) => {
  expect(noteOf(browser, task)).toMatch(note)
})

test('Internet Explorer is retired, and a note says what to choose in its one dialog', () => {
  expect(BROWSERS.filter(browser => guide(browser).legacy)).toEqual(['ie'])
  const { sentence, steps } = guide('ie')
  expect(sentence).toBe(text.retired)
  expect(text.retired).toContain('IE mode')
  const notes = steps.slice(0, 3).flatMap(({ note }) => note ?? [])
  expect(new Set(notes).size).toBe(3)
  expect(notes.join()).toMatch(/Accept.*Block/)
})

test.each(BROWSERS)(
  'says how %s accepts cookies, or where to look, and has a private window but in an app',
  browser => {
    const isApp = (APPS as readonly string[]).includes(browser)
    const { steps, sentence } = guide(browser)
    const usual = steps.filter(({ task }) => USUAL.includes(task))
    expect(usual.length === 5 || Boolean(sentence)).toBe(true)
    const accept = steps[0]?.task === 'accept' && (steps[0].path.length || steps[0].note?.length)
    expect(Boolean(accept)).toBe(!isApp)
    for (const platform of ['desktop', 'android', 'ios'] as const) {
      const step = stepOf(browser, 'privateWindow', { platform })
      expect(Boolean(step?.path.length || step?.note)).toBe(!isApp)
    }
  },
)

test.each(['chrome', 'edge', 'safari', 'firefox', 'chrome-android', 'safari-ios'] as const)(
  'returns every task of %s',
  browser => {
    const onPhone = /-/.test(browser) ? ['advertisingId'] : []
    const { steps, sentence } = guide(browser)
    expect(steps.map(({ task }) => task)).toEqual([...USUAL, 'privateWindow', ...onPhone])
    expect(sentence).toBe('')
  },
)

test.each<[browsers: readonly BrowserId[], task: string]>([
  [[...APPS, 'edge-android', 'edge-ios', 'whale', 'opera', 'vivaldi', 'other'], 'every task'],
  [['chrome-ios', 'samsung', 'firefox-ios'], 'block3p'],
  [['firefox-ios', 'chrome-ios'], 'blockAll'],
  [['chrome-ios', 'firefox-android', 'brave', 'ie'], 'deleteOne'],
  [['brave', 'duckduckgo'], 'deleteAll'],
  [['duckduckgo'], 'accept'],
  [['edge-android', 'edge-ios', 'firefox-ios', 'whale', 'opera', 'vivaldi'], 'privateWindow'],
])('returns no menu of %j for %s when no source is good enough', (browsers, wanted) => {
  for (const browser of browsers)
    for (const { task, path, note } of guide(browser).steps)
      if (task === wanted || (wanted === 'every task' && task !== 'advertisingId')) {
        expect(path, browser).toEqual([])
        if (task === 'privateWindow') expect(note).toBe(PRIVATELY)
      }
})

test.each(['chrome', 'safari', 'ie', 'other', 'kakaotalk'] as const)(
  'omits the advertising ID for %s on a computer',
  browser => expect(stepOf(browser, 'advertisingId')).toBeUndefined(),
)

test('returns the general sentence for an unknown browser', () => {
  const { name, steps, sentence } = guide('__proto__' as BrowserId)
  expect({ name, sentence }).toEqual({ name: 'Another browser', sentence: text.general })
  expect(steps.map(({ task, path }) => [task, path])).toEqual([
    ['accept', []],
    ['privateWindow', []],
  ])
})

describe('the address of the settings', () => {
  test.each<[BrowserId, string | undefined]>([
    ['chrome', 'chrome://settings/cookies'],
    ['brave', 'brave://settings/shields'],
    ['chrome-android', undefined],
    ['safari', undefined],
    ['safari-ios', undefined],
    ['kakaotalk', undefined],
  ])('of %s is %s', (browser, settings) => expect(guide(browser).address).toBe(settings))

  test.each(['brave', 'duckduckgo'] as const)(
    'is missing, like the desktop menus, for %s on a phone',
    browser => {
      const { address: settings, steps, sentence } = guide(browser, ON_PHONE)
      expect(settings).toBe('')
      expect(steps.map(({ task }) => task)).toEqual(['accept', 'privateWindow', 'advertisingId'])
      expect(steps.slice(0, 2).flatMap(({ path }) => path)).toEqual([])
      expect(sentence).toBe(text.general)
    },
  )

  test.each(['chrome', 'edge', 'brave', 'whale'] as const)(
    'has a second form for deleting everything, shown in the step, for %s on the desktop',
    browser => {
      const overrides = { [browser]: { tasks: { deleteAll: '' } } }
      const settings = `${browser}://settings/clearBrowserData`
      expect(stepOf(browser, 'deleteAll')?.address).toBe(settings)
      expect(stepOf(browser, 'deleteAll', { overrides })?.address).toBeUndefined()
    },
  )

  test.each(['brave', 'whale', 'chrome-android'] as const)(
    'is in no step of %s on a phone',
    browser => {
      const addresses = guide(browser, ON_PHONE).steps.flatMap(({ address }) => address ?? [])
      expect(addresses).toEqual([])
    },
  )
})

test.each(['chrome', 'edge', 'firefox', 'safari'] as const)(
  'links to Google’s add-on for %s, in the language of the guide',
  browser => {
    const { googleOptOut, analytics } = guide(browser, {}, ko)
    expect(googleOptOut).toBe('https://tools.google.com/dlpage/gaoptout?hl=ko')
    expect(analytics).toContain(ko.addOn)
  },
)

test.each(['chrome-android', 'safari-ios', 'whale', 'kakaotalk', 'ie', 'other'] as const)(
  'says of Google Analytics only to refuse on this site for %s',
  browser => {
    const { googleOptOut, analytics } = guide(browser)
    expect([googleOptOut, analytics]).toEqual(['', text.refuse])
  },
)

test.each(APPS)('says in %s to refuse on this site or to open the page in a browser', browser => {
  const { sentence, wayOut, steps } = guide(browser, ON_PHONE)
  expect(sentence).toBe(text.inApp)
  expect(wayOut).toMatch(/^(kakaotalk|intent|https):/)
  expect(steps.map(({ task }) => task)).toEqual(['advertisingId'])
  for (const sentence of [text.rows.other[2]?.slice(3), PRIVATELY])
    expect(JSON.stringify(guide(browser))).not.toContain(sentence)
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
  expect(guide('samsung', ON_PHONE).wayOut).toBe('')
})

test('the chooser lists the common browsers first and the unknown browser last', () => {
  const names = browserNames(ko)
  expect(names[0]).toEqual(['chrome', 'Chrome'])
  expect(names.slice(-1)[0]).toEqual(['other', '기타 브라우저'])
  expect(new Map(names).get('kakaotalk')).toBe('카카오톡')
})

describe('the overrides of a site', () => {
  const better = { help: 'https://help.example/samsung', checked: '2027-01-01' }
  const deleteAll = '☰ > Settings > Delete browsing data | Then confirm.'
  const overrides = {
    samsung: { ...better, tasks: { deleteAll } },
    chrome: { address: '', tasks: { blockAll: '' } },
    brave: { tasks: { accept: '⋯ > Settings' } },
  }

  test('replace and complete the row of a browser, on a phone too, and change no other browser', () => {
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

  test('remove a text when the override is empty, and keep the others', () => {
    const { address: settings, steps, sentence } = guide('chrome', { overrides })
    expect(settings).toBe('')
    expect(steps.map(({ task }) => task)).toEqual([
      ...['accept', 'block3p', 'deleteOne', 'deleteAll', 'privateWindow'],
    ])
    expect(sentence).toBe(text.general)
  })

  test('ignore the properties that all objects inherit', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"chrome":{"help":"javascript:1"}},"chrome":{"__proto__":{"name":"no"},"tasks":{"__proto__":{"accept":"no"}}}}',
    )
    expect(guide('chrome', { overrides: hostile })).toMatchObject(guide('chrome'))
    expect(Object.prototype).not.toHaveProperty('accept')
  })
})
