// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { dataLayer, gtagFor, isCommand, offerGtag } from './data-layer.ts'
import { dropEvents, filterEvents, isRead } from './filter-events.ts'

const page = window as unknown as {
  dataLayer?: unknown
  ga4DataLayer?: unknown
  gtag?: unknown
  google_tag_manager?: unknown
}

afterEach(() => {
  document.body.innerHTML = ''
  for (const name of ['dataLayer', 'ga4DataLayer', 'gtag', 'google_tag_manager'])
    Reflect.deleteProperty(page, name)
})

/** Creates a command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

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

test('gtag queues an arguments object, the only form that the tag accepts', () => {
  gtagFor('dataLayer')('set', 'language', 'ko')
  const [entry] = dataLayer('dataLayer')
  expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  expect([...(entry as Iterable<unknown>)]).toEqual(['set', 'language', 'ko'])
})

test('offerGtag defines a gtag that queues commands', () => {
  offerGtag('dataLayer')
  expect(page.dataLayer).toEqual([])
  ;(page.gtag as ReturnType<typeof gtagFor>)('event', 'sign_up')
  expect(page.dataLayer).toHaveLength(1)
  expect(Object.prototype.toString.call(dataLayer('dataLayer')[0])).toBe('[object Arguments]')
})

test('offerGtag keeps the page’s own gtag', () => {
  const own = vi.fn()
  page.gtag = own
  offerGtag('dataLayer')
  expect(page.gtag).toBe(own)
  expect(own).not.toHaveBeenCalled()
})

test('offerGtag defines a gtag when an element has the id gtag', () => {
  page.gtag = document.createElement('div')
  offerGtag('dataLayer')
  expect(page.gtag).toBeTypeOf('function')
})

test('a data layer has the configured name', () => {
  offerGtag('ga4DataLayer')
  ;(page.gtag as ReturnType<typeof gtagFor>)('event', 'sign_up')
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

test('dropEvents removes the events and keeps other entries in order', () => {
  const layer = [...EVENTS, ...OTHERS, ...EVENTS]
  dropEvents(layer)
  expect(layer).toEqual(OTHERS)
})

test('dropEvents calls no push of a tag', () => {
  const layer: unknown[] = [...EVENTS, ...OTHERS]
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

test('without a reader all entries are pushed, and push is restored', () => {
  const layer: unknown[] = []
  const { push } = layer
  filterEvents(layer, () => false, true)()
  expect(layer.push).toBe(push)
  layer.push(...EVENTS)
  expect([...layer]).toEqual(EVENTS)
})

test('push is restored when the last of several readers is disposed', () => {
  const layer: unknown[] = []
  const { push } = layer
  const disposes = [filterEvents(layer, () => false, true), filterEvents(layer, () => false, true)]
  for (const dispose of disposes) dispose()
  expect(layer.push).toBe(push)
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

test('push is replaced once for any number of filterEvents calls', () => {
  const layer: unknown[] = []
  filterEvents(layer, () => false, true)
  const { push } = layer
  filterEvents(layer, () => false, true)
  expect(layer.push).toBe(push)
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
