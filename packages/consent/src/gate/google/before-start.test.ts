// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import {
  accepts,
  calls,
  command,
  decides,
  insertTag,
  type Journey,
  openPage,
  page,
  play,
  rejects,
  scripts,
  travel,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { memoryStorage } from '../../core/index.ts'
import { dataLayer, hasOptedOut, isCommand, offerGtag } from './before-start.ts'
import { googleAnalytics } from './google-analytics.ts'

useGooglePages()

const OWN = [{ event: 'gtm.js' }]

test.each([
  ['keeps the page’s own array', OWN, OWN],
  ['replaces an element of the name', document.createElement('div'), []],
  ['replaces another object', { length: 0, push() {} }, []],
  ['replaces a string', 'dataLayer', []],
  ['creates an array', undefined, []],
])('dataLayer %s', (_, found, expected) => {
  page.dataLayer = found
  expect(dataLayer('dataLayer')).toEqual(expected)
  expect(page.dataLayer).toBe(dataLayer('dataLayer'))
  expect(page.dataLayer === found).toBe(found === OWN)
})

test('offerGtag defines a gtag for the named data layer, in place of an element, and keeps the page’s own', () => {
  Object.assign(page, { gtag: document.createElement('div') })
  offerGtag('ga4DataLayer')
  const { gtag } = page
  gtag?.('set', 'language', 'ko')
  expect(isCommand(dataLayer('ga4DataLayer')[0], 'set')).toBe(true)
  expect(page.dataLayer).toBeUndefined()
  offerGtag('dataLayer')
  expect(page.gtag).toBe(gtag)
})

const ONE = [googleAnalytics({ id: 'G-ONE' })]
const TWO = [googleAnalytics({ id: 'G-TWO' })]

let storage = memoryStorage()

const open = () => {
  storage = memoryStorage()
  return openPage({ analytics: ONE, storage })
}

const hookRefuses = (): unknown => page._gaUserPrefs?.ioo?.()

const isOff = (...ids: readonly string[]) => ids.map(id => !!page[`ga-disable-${id}`])

/**
 * Returns the switches that refuse, as a text: `id` for `ga-disable-<ID>`, `hook` for
 * `_gaUserPrefs.ioo`, `id and hook` for both, else `none`.
 */
const switches = (): string => {
  const refused = [...(isOff('G-ONE')[0] ? ['id'] : []), ...(hookRefuses() ? ['hook'] : [])]
  return refused.join(' and ') || 'none'
}

const addOn = vi.fn(() => false)

const answers = (isRefused: boolean) => () => addOn.mockReturnValue(isRefused)
const sets = (value: unknown) => () => Object.assign(page, { 'ga-disable-G-ONE': value })
const waits = (seconds: number) => () => vi.advanceTimersByTimeAsync(seconds * 1000)

const BOTH = 'id and hook'

test.each<[title: string, journey: Journey, hook?: () => unknown]>([
  [
    'both refuse while denied, and at each later grant for 1.5 seconds, until the tag has no hits from the denied time',
    [
      ...[BOTH, accepts, 'none', withdraws, BOTH, waits(60), accepts, BOTH],
      // Enhanced measurement reads the opt-out switches 1.1 s after the page's address changes.
      ...[waits(1.4), BOTH, withdraws, accepts, waits(1.4), BOTH, waits(0.1), 'none'],
    ],
  ],
  [
    'the page can refuse while denied or later, and then allow again',
    [sets(true), accepts, 'id', sets(false), 'none', sets(true), 'id'],
  ],
  [
    'the page cannot reset the switch while denied',
    [sets(false), BOTH, sets(undefined), BOTH, sets(0), BOTH, sets(''), BOTH],
  ],
  [
    'the hook refuses when the page deletes ga-disable-<ID> while denied',
    [() => Reflect.deleteProperty(page, 'ga-disable-G-ONE'), 'hook'],
  ],
  [
    'after destroy both refuse, since the tag may still run',
    [accepts, consent => consent.destroy(), BOTH],
  ],
  [
    'both refuse after a withdrawal in another page',
    // The record is read once per burst of synchronous work.
    [accepts, 'none', () => storage.write('', 0), BOTH],
  ],
  [
    'a refusal by the visitor’s add-on counts at each hit',
    [accepts, 'none', answers(true), 'hook', answers(false), 'none', withdraws, BOTH],
    addOn,
  ],
  [
    'a refusal by the add-on at the grant blocks the tag until the next grant',
    [answers(true), accepts, answers(false), BOTH, withdraws, accepts, 'none'],
    addOn,
  ],
  [
    'a switch of a copy of the SDK with another form refuses while that copy refuses',
    [answers(true), accepts, BOTH, answers(false), rejects, BOTH, accepts, waits(1.5), 'none'],
    Object.assign(() => addOn(), { [Symbol.for('@spaceone/consent')]: { list: [] } }),
  ],
  [
    'an element named like the hook is not a switch and causes no error [48]',
    [() => expect(hasOptedOut()).toBe(false), accepts, 'none', rejects, BOTH],
    document.createElement('input') as never,
  ],
])('%s', async (_, journey, ioo) => {
  vi.useFakeTimers()
  addOn.mockReturnValue(false)
  page._gaUserPrefs = { ...(ioo && { ioo }), other: 1 }
  await travel(open(), journey, switches)
  expect(page._gaUserPrefs.other).toBe(1)
})

test('a refusal by the page from before the SDK counts whatever is granted', async () => {
  page['ga-disable-G-ONE'] = true
  await travel(open(), [accepts, 'id'], switches)
})

test('ga-disable-<ID> follows the category of its id, and the hook refuses while the category of any id is denied', () => {
  vi.useFakeTimers()
  const refusals = () => [...isOff('G-ONE', 'G-TWO'), hookRefuses()].join()
  const journey = [
    ...[decides({ analytics: true, marketing: false }), 'false,true,true'],
    ...[decides({ analytics: false, marketing: true }), 'true,false,true'],
    ...[accepts, waits(1.5), 'false,false,false'],
  ]
  return travel(openPage({ analytics: ONE, marketing: TWO }), journey, refusals)
})

test('earlier consents neither affect the switches of the next one nor wrap the hook again', async () => {
  page._gaUserPrefs = { ioo: addOn.mockReturnValue(false) }
  const hooks = new Set<unknown>()
  const counts = new Set<number>()
  for (let count = 0; count < 5; count++) {
    const consent = open()
    await travel(consent, [BOTH, accepts], switches)
    addOn.mockClear()
    expect(switches()).toBe('none')
    counts.add(addOn.mock.calls.length)
    consent.destroy()
    hooks.add(page._gaUserPrefs?.ioo)
  }
  expect([hooks.size, counts.size, counts.has(0)]).toEqual([1, 1, false])
})

test('switches of the SDK and of its copies, which share one hook, do not count as a refusal', async () => {
  expect(hasOptedOut()).toBe(false)
  const consent = open()
  expect(hookRefuses()).toBe(true)
  expect(hasOptedOut()).toBe(false)
  expect(consent.$state.get().pending).toEqual(['analytics', 'marketing'])
  const ioo = page._gaUserPrefs?.ioo
  vi.resetModules()
  const copy = await import('./before-start.ts')
  expect(copy.hasOptedOut).not.toBe(hasOptedOut)
  expect(copy.hasOptedOut()).toBe(false)
  copy.answerOptOut('G-TWO', () => false)
  expect(page._gaUserPrefs?.ioo).toBe(ioo)
})

test.each([
  ['refuses', () => true, true],
  ['allows', () => false, false],
  ['returns another value', () => 'yes', false],
])(
  'an add-on that %s is read before and after the SDK has set its own switch, and its refusal asks and loads nothing',
  async (_, ioo, isRefused) => {
    page._gaUserPrefs = { ioo }
    expect(hasOptedOut()).toBe(isRefused)
    const consent = open()
    expect(page._gaUserPrefs.ioo).not.toBe(ioo)
    expect(hasOptedOut()).toBe(isRefused)
    expect(consent.$state.get().pending.includes('analytics')).toBe(!isRefused)
    await play(consent, accepts)
    expect(consent.isGranted('analytics')).toBe(true)
    expect(scripts()).toHaveLength(isRefused ? 0 : 1)
  },
)

test('each id that the page configures or loads, before or after the grant, is switched off', async () => {
  page.dataLayer = [command('config', 'G-TWO')]
  insertTag('https://metrics.shop.test/gtag/js?l=x&id=G-FOUR').type = 'text/plain'
  const consent = open()
  const ids = ['G-TWO', 'G-THREE', 'G-FOUR', 'G-FIVE']
  expect(isOff(...ids)).toEqual([true, false, true, false])
  await play(consent, accepts, calls('config', 'G-THREE'), () => {
    insertTag('https://www.googletagmanager.com/gtag/js?l=x&id=G-FIVE')
  })
  expect(isOff(...ids)).toEqual([false, false, false, false])
  consent.withdraw('analytics')
  expect(isOff(...ids)).toEqual([true, true, true, true])
})
