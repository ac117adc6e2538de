// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { command, page, useGooglePages } from '../../../../../test/support/google-page.ts'
import { withEach } from '../../../../../test/support/odd-values.ts'
import { dataLayer, isCommand, offerGtag } from './data-layer.ts'
import { dropEvents, filterEvents, isRead } from './filter-events.ts'

useGooglePages()

test('dataLayer returns the page’s own data layer', () => {
  const own = [{ event: 'gtm.js' }]
  page.dataLayer = own
  expect(dataLayer('dataLayer')).toBe(own)
  expect(page.dataLayer).toBe(own)
})

test.each([
  ['the name is unset', undefined],
  ['an element has the name', document.createElement('div')],
  ['the value is not an array', { length: 0, push() {} }],
  ['the value is a string', 'dataLayer'],
])('creates a data layer when %s', (_, found) => {
  page.dataLayer = found
  expect(dataLayer('dataLayer')).toEqual([])
  expect(page.dataLayer).toBe(dataLayer('dataLayer'))
})

/** Calls the `gtag` of the page. */
const call = (...parts: unknown[]) => page.gtag?.(...parts)

test('offerGtag defines a gtag that queues arguments objects, the only form that the tag accepts', () => {
  // An element may have the id.
  page.gtag = document.createElement('div') as never
  offerGtag('dataLayer')
  expect(page.dataLayer).toEqual([])
  call('set', 'language', 'ko')
  const [entry] = dataLayer('dataLayer')
  expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  expect([...(entry as Iterable<unknown>)]).toEqual(['set', 'language', 'ko'])
})

test('offerGtag keeps the page’s own gtag', () => {
  const own = vi.fn()
  page.gtag = own
  offerGtag('dataLayer')
  expect(page.gtag).toBe(own)
  expect(own).not.toHaveBeenCalled()
})

test('a data layer has the configured name', () => {
  offerGtag('ga4DataLayer')
  call('event', 'sign_up')
  expect(page.ga4DataLayer).toBe(dataLayer('ga4DataLayer'))
  expect(page.ga4DataLayer).toHaveLength(1)
  expect(page.dataLayer).toBeUndefined()
})

test('isCommand checks the type, the name and the target', () => {
  const config = command('config', 'G-ABC')
  expect(isCommand(config)).toBe(true)
  expect(isCommand(config, 'config')).toBe(true)
  expect(isCommand(config, 'config', 'G-ABC')).toBe(true)
  expect(isCommand(config, 'config', 'G-OTHER')).toBe(false)
  expect(isCommand(config, 'set')).toBe(false)
  for (const other of [['config', 'G-ABC'], { 0: 'config' }, 'config', null, undefined])
    expect(isCommand(other, 'config')).toBe(false)
})

/** Events that code of the page pushes. */
const EVENTS = [
  command('event', 'page_view'),
  { event: 'purchase', ecommerce: { value: 1 } },
  { event: '' },
]

/** Entries that are not events: settings, and entries of Tag Manager itself. */
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

test('dropEvents removes the events, keeps other entries in order, and calls no push of a tag', () => {
  const layer: unknown[] = [...EVENTS, ...OTHERS, ...EVENTS]
  layer.push = vi.fn()
  dropEvents(layer)
  expect(layer.push).not.toHaveBeenCalled()
  expect([...layer]).toEqual(OTHERS)
})

test('events are dropped while no reader is granted', () => {
  const layer: unknown[] = []
  let isGranted = false
  filterEvents(layer, () => isGranted, true)
  expect(layer.push(...EVENTS, ...OTHERS)).toBe(OTHERS.length)
  expect([...layer]).toEqual(OTHERS)
  isGranted = true
  expect(layer.push(...EVENTS)).toBe(OTHERS.length + EVENTS.length)
  isGranted = false
  layer.push(...EVENTS)
  expect([...layer]).toEqual([...OTHERS, ...EVENTS])
})

/** The value of an odd entry, as an entry of the page and as its event. */
const entriesOf = (value: unknown) => [value, { event: value }, { config: value }]

const VIEW = { event: 'page_view' }

const hasView = (layer: readonly unknown[]) => layer.includes(VIEW)

test('for any entries pushed while denied or before the grant, push does not throw and the tag receives no event', () => {
  const layer = dataLayer('dataLayer')
  const dispose = filterEvents(layer, () => false, true)
  withEach(value => {
    for (const entry of entriesOf(value)) layer.push(entry)
    layer.push(VIEW)
  })
  expect(hasView(layer)).toBe(false)
  dispose()
  withEach(value => {
    layer.push(...entriesOf(value), VIEW)
    dropEvents(layer)
  })
  expect(hasView(layer)).toBe(false)
})

test('push is not replaced before a tag may be loaded, since some wrappers wait for a change of push', () => {
  const layer: unknown[] = []
  const { push } = layer
  filterEvents(layer, () => false, false)
  expect(layer.push).toBe(push)
})

test('events are pushed when one of several readers is granted', () => {
  const layer: unknown[] = []
  let isSecondGranted = false
  filterEvents(layer, () => false, true)
  const dispose = filterEvents(layer, () => isSecondGranted, true)
  layer.push(...EVENTS)
  expect(layer).toHaveLength(0)
  isSecondGranted = true
  layer.push(...EVENTS)
  expect(layer).toHaveLength(EVENTS.length)
  dispose()
  layer.push(...EVENTS)
  expect(layer).toHaveLength(EVENTS.length)
})

test('push is replaced once, and restored when the last reader is disposed', () => {
  const layer: unknown[] = []
  const { push } = layer
  const first = filterEvents(layer, () => false, true)
  const replaced = layer.push
  const second = filterEvents(layer, () => false, true)
  expect(layer.push).toBe(replaced)
  first()
  expect(layer.push).toBe(replaced)
  second()
  expect(layer.push).toBe(push)
  layer.push(...EVENTS)
  expect([...layer]).toEqual(EVENTS)
})

test('a tag that has loaded in between receives no events after another filterEvents call', () => {
  const layer: unknown[] = []
  const isGranted = () => false
  filterEvents(layer, isGranted, true)
  const { push } = layer
  const hears = vi.fn((...entries: unknown[]) => push.apply(layer, entries))
  layer.push = hears
  layer.push(...EVENTS)
  expect(hears).toHaveBeenCalledOnce()
  filterEvents(layer, isGranted, true)
  hears.mockClear()
  layer.push(...EVENTS)
  expect(hears).toHaveBeenCalledExactlyOnceWith()
})

test('isRead returns true once a tag has replaced push', () => {
  const layer: unknown[] = []
  expect(isRead(layer)).toBe(false)
  filterEvents(layer, () => true, true)
  expect(isRead(layer)).toBe(false)
  const { push } = layer
  layer.push = (...entries) => push.apply(layer, entries)
  // A page may have replaced `push` for a purpose of its own.
  expect(isRead(layer)).toBe(false)
  page.google_tag_manager = {}
  expect(isRead(layer)).toBe(true)
  filterEvents(layer, () => true, true)
  expect(isRead(layer)).toBe(true)
})
