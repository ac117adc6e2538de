// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import {
  accepts,
  calls,
  command,
  decides,
  insertTag,
  openPage,
  page,
  play,
  rejects,
  type Step,
  scripts,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { memoryStorage } from '../../core/index.ts'
import { googleAnalytics } from './google-analytics.ts'
import { hasOptedOut } from './opt-out.ts'

useGooglePages()

const ONE = [googleAnalytics({ id: 'G-ONE' })]
const TWO = [googleAnalytics({ id: 'G-TWO' })]

const open = (storage = memoryStorage()) => openPage({ analytics: ONE, storage })

const hookRefuses = (): unknown => page._gaUserPrefs?.ioo?.()

const isOff = (...ids: readonly string[]) => ids.map(id => !!page[`ga-disable-${id}`])

/** Says which of the two switches refuse. */
const switches = (): string => {
  const refused = [...(isOff('G-ONE')[0] ? ['id'] : []), ...(hookRefuses() ? ['hook'] : [])]
  return refused.join(' and ') || 'none'
}

/** The answer of the visitor's add-on. */
const addOn = vi.fn(() => false)

const answers =
  (isRefused: boolean): Step =>
  () =>
    addOn.mockReturnValue(isRefused)
const sets =
  (value: unknown): Step =>
  () =>
    Object.assign(page, { 'ga-disable-G-ONE': value })
const waits: Step = () => vi.advanceTimersByTimeAsync(1500)

/** A title, and steps; a text has the switches that refuse then. */
type Journey = readonly [title: string, steps: readonly (Step | string)[]]

const BOTH = 'id and hook'

const travel = async (steps: Journey[1]) => {
  vi.useFakeTimers()
  const consent = open()
  for (const step of steps)
    if (typeof step === 'string') expect(switches()).toBe(step)
    else await play(consent, step)
}

test.each<Journey>([
  [
    'both refuse while denied, and at a later grant until the tag has no hits from the denied time',
    [BOTH, accepts, 'none', withdraws, BOTH, accepts, BOTH, waits, 'none'],
  ],
  ['the page can refuse later, and again allow', [accepts, sets(true), 'id', sets(false), 'none']],
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
])('the switches: %s', (_, steps) => travel(steps))

test.each<Journey>([
  [
    'counts at each hit',
    [accepts, 'none', answers(true), 'hook', answers(false), 'none', withdraws, BOTH],
  ],
  [
    'at the grant blocks the tag until the next grant',
    [answers(true), accepts, answers(false), BOTH, withdraws, accepts, 'none'],
  ],
])('a refusal by the visitor’s add-on %s, and its settings are kept', async (_, steps) => {
  addOn.mockReturnValue(false)
  page._gaUserPrefs = { ioo: addOn, other: 1 }
  await travel(steps)
  expect(page._gaUserPrefs.other).toBe(1)
})

test('_gaUserPrefs without a hook keeps its settings', () => {
  page._gaUserPrefs = { other: 1 }
  open()
  expect(page._gaUserPrefs.other).toBe(1)
  expect(hookRefuses()).toBe(true)
})

test('a refusal by the page counts whatever is granted', async () => {
  page['ga-disable-G-ONE'] = true
  await play(open(), accepts)
  expect(switches()).toBe('id')
})

test('the switches refuse after a withdrawal in another page', async () => {
  const storage = memoryStorage()
  await play(open(storage), accepts)
  expect(switches()).toBe('none')
  storage.write('', 0)
  // The record is read once per burst of synchronous work.
  await Promise.resolve()
  expect(switches()).toBe(BOTH)
})

test('ga-disable-<ID> follows the category of its id, and the hook refuses while one is denied', async () => {
  vi.useFakeTimers()
  const consent = openPage({ analytics: ONE, marketing: TWO })
  const refusals = () => [...isOff('G-ONE', 'G-TWO'), hookRefuses()]
  await play(consent, decides({ analytics: true, marketing: false }))
  expect(refusals()).toEqual([false, true, true])
  await play(consent, decides({ analytics: false, marketing: true }))
  expect(refusals()).toEqual([true, false, true])
  await play(consent, accepts, waits)
  expect(refusals()).toEqual([false, false, false])
})

test('earlier consents neither affect the switches of the next one nor wrap the hook again', async () => {
  page._gaUserPrefs = { ioo: addOn.mockReturnValue(false) }
  const callsOf = async () => {
    const consent = open()
    expect(switches()).toBe(BOTH)
    await play(consent, accepts)
    addOn.mockClear()
    expect(switches()).toBe('none')
    const { length } = addOn.mock.calls
    await play(consent, () => consent.destroy())
    return { length, ioo: page._gaUserPrefs?.ioo }
  }
  const first = await callsOf()
  expect(first.length).toBeGreaterThan(0)
  for (let count = 0; count < 5; count++) expect(await callsOf()).toEqual(first)
})

test('a switch of a copy with another form refuses while that copy refuses', async () => {
  let isDenied = true
  const ioo = Object.assign(() => isDenied, { [Symbol.for('@spaceone/consent')]: { list: [] } })
  page._gaUserPrefs = { ioo }
  const consent = open()
  await play(consent, accepts)
  expect(hookRefuses()).toBe(true)
  isDenied = false
  await play(consent, rejects)
  expect(hookRefuses()).toBe(true)
  await play(consent, accepts)
  expect(hookRefuses()).toBe(false)
})

test('switches of the SDK and of its copies, which share one hook, do not count as a refusal', async () => {
  expect(hasOptedOut()).toBe(false)
  const consent = open()
  expect(hookRefuses()).toBe(true)
  expect(hasOptedOut()).toBe(false)
  expect(consent.$state.get().pending).toEqual(['analytics', 'marketing'])
  const ioo = page._gaUserPrefs?.ioo
  vi.resetModules()
  const copy = await import('./opt-out.ts')
  expect(copy.hasOptedOut).not.toBe(hasOptedOut)
  expect(copy.hasOptedOut()).toBe(false)
  copy.answerOptOut('G-TWO', () => false)
  expect(page._gaUserPrefs?.ioo).toBe(ioo)
})

test.each([
  ['an add-on that refuses', () => true, true],
  ['an add-on that allows', () => false, false],
  ['an add-on that returns another value', () => 'yes', false],
])('%s is read before and after the SDK has set its own switch', (_, ioo, isRefused) => {
  page._gaUserPrefs = { ioo }
  expect(hasOptedOut()).toBe(isRefused)
  open()
  expect(page._gaUserPrefs.ioo).not.toBe(ioo)
  expect(hasOptedOut()).toBe(isRefused)
})

test('for a visitor with the add-on the category is not pending, and a grant loads no tag', async () => {
  page._gaUserPrefs = { ioo: () => true }
  const consent = open()
  expect(consent.$state.get().pending).toEqual(['marketing'])
  await play(consent, accepts)
  expect(consent.isGranted('analytics')).toBe(true)
  expect(scripts()).toEqual([])
})

test('each id that the page configures or loads, before or after the grant, is switched off', async () => {
  page.dataLayer = [command('config', 'G-TWO')]
  const consent = open()
  expect(isOff('G-TWO')).toEqual([true])
  await play(consent, accepts, calls('config', 'G-THREE'), () => {
    insertTag('https://www.googletagmanager.com/gtag/js?l=x&id=G-FOUR')
  })
  expect(isOff('G-TWO', 'G-THREE', 'G-FOUR')).toEqual([false, false, false])
  consent.withdraw('analytics')
  expect(isOff('G-TWO', 'G-THREE', 'G-FOUR')).toEqual([true, true, true])
})

test('an element named like the hook is not a switch and causes no error [48]', async () => {
  page._gaUserPrefs = { ioo: document.createElement('input') as never }
  expect(hasOptedOut()).toBe(false)
  const consent = open()
  await play(consent, accepts)
  expect(hookRefuses()).toBe(false)
  await play(consent, rejects)
  expect(hookRefuses()).toBe(true)
})
