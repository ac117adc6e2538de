// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import {
  command,
  commands,
  page,
  transcript,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import { withEach } from '../../../../../test/support/odd-values.ts'
import { openStore } from '../../../../../test/support/open-store.ts'
import { dataLayer, gtagFor } from './before-start.ts'
import type { Tag } from './google-tag.ts'
import type { ConsentModeOptions } from './google-tag-options.ts'
import { dropEvents, filterEvents, layerOf, startConsentMode } from './silence.ts'

useGooglePages()

const create = () =>
  openStore<string>({ analytics: {}, marketing: {}, personalization: {}, chat: {} })

type Created = ReturnType<typeof create>

const start = (
  consent: Created,
  signals: ConsentModeOptions['signals'] = {},
  name = 'dataLayer',
  ...commands: readonly unknown[]
) => startConsentMode(consent, dataLayer(name), gtagFor(name), signals, commands)

/** Returns the granted signals of each consent command, except the one that is always granted. */
const granted = (): readonly (readonly string[])[] =>
  commands().map(([, , signals]) =>
    Object.entries(signals as object)
      .filter(([signal, answer]) => answer === 'granted' && signal !== 'security_storage')
      .map(([signal]) => signal)
      .sort(),
  )

const ADS = ['ad_personalization', 'ad_storage', 'ad_user_data']
const PERSONAL = ['functionality_storage', 'personalization_storage']
const ALL = [...ADS, 'analytics_storage', ...PERSONAL]

test('pushes a default that denies everything, then an update with the current grants and at each change of a signal alone, with every signal and no other command', () => {
  const consent = create()
  consent.decide({ analytics: true })
  start(consent)
  consent.decide({ marketing: true })
  consent.withdraw('analytics')
  for (const _ of ['once', 'twice']) consent.acceptAll()
  consent.setLanguage('ko')
  consent.withdraw('chat')
  consent.openPreferences()
  consent.restrict(true)
  const ANALYTICS = 'analytics_storage'
  expect(granted()).toEqual([[], [ANALYTICS], [...ADS, ANALYTICS], ADS, ALL, []])
  expect(transcript()).toBe(`consent default${', consent update'.repeat(5)}`)
  // Google's tag counts a missing signal as granted, so each command has to name every signal.
  for (const [, , signals] of commands()) {
    expect(Object.keys(signals as object).sort()).toEqual([...ALL, 'security_storage'])
    expect(signals).toMatchObject({ security_storage: 'granted' })
  }
})

test.each<[string, ConsentModeOptions['signals'], readonly string[]]>([
  ['analytics', {}, ['analytics_storage']],
  ['marketing', {}, ADS],
  ['personalization', {}, PERSONAL],
  ['chat', {}, []],
  // The options set the category of a signal, or true or false; an unknown category grants none.
  ['chat', { ad_storage: 'chat' }, ['ad_storage']],
  ['marketing', { ad_storage: 'chat', ad_user_data: false }, ['ad_personalization']],
  ['chat', { functionality_storage: true }, ['functionality_storage']],
  ['marketing', { ad_storage: 'adverts', ad_user_data: 'toString' }, ['ad_personalization']],
])(
  'the category %s grants only its own signals, with the options %j: %j',
  (category, signals, own) => {
    const consent = create()
    consent.decide({ [category]: true })
    start(consent, signals)
    // A signal that the options always grant is granted by the default, too.
    expect(granted()).toEqual([signals?.functionality_storage ? own : [], own])
  },
)

test('pushes the signals of a consent once to each data layer for any number of starts, and the page’s consent commands only after the first', () => {
  const consent = create()
  const set = command('consent', 'update', { ad_storage: 'granted' })
  start(consent, {}, 'dataLayer', set)
  expect(granted()).toEqual([[], []])
  start(consent, {}, 'dataLayer', set)
  start(consent, {}, 'ga4DataLayer', set)
  consent.acceptAll()
  expect(granted()).toEqual([[], [], ['ad_storage'], ALL])
  expect(page.ga4DataLayer).toHaveLength(3)
})

const EVENTS = [
  command('event', 'page_view'),
  { event: 'purchase', ecommerce: { value: 1 } },
  { event: '' },
]

const OTHERS = [
  command('js', new Date()),
  command('set', { currency: 'KRW' }),
  command('config', 'G-ABC'),
  command('consent', 'update', {}),
  { event: 'gtm.js', 'gtm.start': 1 },
  { event: 'gtm.load' },
  { ecommerce: { value: 1 } },
  ['event', 'page_view'],
  () => {},
  null,
  undefined,
  'event',
]

const tagOf = (layer: unknown[], isGranted: () => boolean) =>
  ({ layer: () => layer, isGranted, disposes: new Map() }) as Partial<Tag> as Tag

const filter = (layer: unknown[], isGranted: () => boolean) => {
  const tag = tagOf(layer, isGranted)
  filterEvents(tag, true)
  return () => tag.disposes.forEach(dispose => void dispose())
}

test('events are dropped while no reader is granted, push is replaced once, and restored when the last reader is disposed', () => {
  const layer: unknown[] = []
  const { push } = layer
  const granted = { one: false, other: false }
  const first = filter(layer, () => granted.one)
  const replaced = layer.push
  expect(layer.push(...EVENTS, ...OTHERS)).toBe(OTHERS.length)
  expect([...layer]).toEqual(OTHERS)
  granted.one = true
  expect(layer.push(...EVENTS)).toBe(OTHERS.length + EVENTS.length)
  granted.one = false
  const second = filter(layer, () => granted.other)
  expect(layer.push).toBe(replaced)
  const count = () => layer.push(...EVENTS) - OTHERS.length
  expect(count()).toBe(EVENTS.length)
  granted.other = true
  expect(count()).toBe(EVENTS.length * 2)
  second()
  expect(count()).toBe(EVENTS.length * 2)
  expect(layer.push).toBe(replaced)
  first()
  expect(layer.push).toBe(push)
  expect(count()).toBe(EVENTS.length * 3)
})

const entriesOf = (value: unknown) => [value, { event: value }, { config: value }]

const VIEW = { event: 'page_view' }

test('for any entries pushed while denied or before the grant, push does not throw, the tag receives no event, and other entries stay in order', () => {
  const layer = dataLayer('dataLayer')
  const dispose = filter(layer, () => false)
  withEach(value => {
    for (const entry of entriesOf(value)) layer.push(entry)
    layer.push(VIEW)
  })
  expect(layer).not.toContain(VIEW)
  dispose()
  withEach(value => {
    layer.push(...entriesOf(value), VIEW)
    dropEvents(layer, layer, false)
  })
  expect(layer).not.toContain(VIEW)
  const own = Object.assign([...EVENTS, ...OTHERS, ...EVENTS], { push: vi.fn() })
  dropEvents(own, own, false)
  expect(own.push).not.toHaveBeenCalled()
  expect([...own]).toEqual(OTHERS)
})

test('isPushing distinguishes entries that code of the page pushes from an event that a timer of the tag pushes', () => {
  const layer: unknown[] = []
  const seen: unknown[] = []
  layer.push = () => seen.push(layerOf(layer).isPushing)
  filter(layer, () => true)
  for (const entry of [...EVENTS, { event: 'gtm.historyChange-v2' }, { user: 'new' }])
    layer.push(entry)
  expect(seen).toEqual([true, true, true, false, true])
  expect(layerOf(layer).isPushing).toBeFalsy()
})

test('a tag that has loaded in between receives no events after another filterEvents call', () => {
  const layer: unknown[] = []
  const tag = tagOf(layer, () => false)
  filterEvents(tag, true)
  const { push } = layer
  const hears = vi.fn((...entries: unknown[]) => push.apply(layer, entries))
  layer.push = hears
  layer.push(...EVENTS)
  expect(hears).toHaveBeenCalledOnce()
  filterEvents(tag, true)
  hears.mockClear()
  layer.push(...EVENTS)
  expect(hears).toHaveBeenCalledExactlyOnceWith()
})
