// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import {
  dataLayer,
  deafen,
  dropEvents,
  gtagFor,
  isCommand,
  isRead,
  offerGtag,
} from './data-layer.ts'

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

/** A command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

test('keeps the data layer that the page has', () => {
  const own = [{ event: 'gtm.js' }]
  page.dataLayer = own
  expect(dataLayer('dataLayer')).toBe(own)
  expect(page.dataLayer).toBe(own)
})

test.each([
  ['there is none', undefined],
  ['an element has its name', document.createElement('div')],
  ['it is no array', { length: 0, push() {} }],
  ['it is a text', 'dataLayer'],
])('makes a data layer where %s', (_, found) => {
  page.dataLayer = found
  expect(dataLayer('dataLayer')).toEqual([])
  expect(page.dataLayer).toBe(dataLayer('dataLayer'))
})

test('queues a command as an arguments object, the only form that the tag takes', () => {
  gtagFor('dataLayer')('set', 'language', 'ko')
  const [entry] = dataLayer('dataLayer')
  expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  expect([...(entry as Iterable<unknown>)]).toEqual(['set', 'language', 'ko'])
})

test('offers the page a gtag that queues for later', () => {
  offerGtag('dataLayer')
  expect(page.dataLayer).toEqual([])
  ;(page.gtag as ReturnType<typeof gtagFor>)('event', 'sign_up')
  expect(page.dataLayer).toHaveLength(1)
  expect(Object.prototype.toString.call(dataLayer('dataLayer')[0])).toBe('[object Arguments]')
})

test('keeps the gtag that the page has', () => {
  const own = vi.fn()
  page.gtag = own
  offerGtag('dataLayer')
  expect(page.gtag).toBe(own)
  expect(own).not.toHaveBeenCalled()
})

test('offers a gtag where an element has its name', () => {
  page.gtag = document.createElement('div')
  offerGtag('dataLayer')
  expect(page.gtag).toBeTypeOf('function')
})

test('a data layer goes by the name that the page gives it', () => {
  offerGtag('ga4DataLayer')
  ;(page.gtag as ReturnType<typeof gtagFor>)('event', 'sign_up')
  expect(page.ga4DataLayer).toBe(dataLayer('ga4DataLayer'))
  expect(page.ga4DataLayer).toHaveLength(1)
  expect(page.dataLayer).toBeUndefined()
})

test('knows a command by its form, its name and its target', () => {
  const config = command('config', 'G-ABC')
  expect(isCommand(config)).toBe(true)
  expect(isCommand(config, 'config')).toBe(true)
  expect(isCommand(config, 'config', 'G-ABC')).toBe(true)
  expect(isCommand(config, 'config', 'G-OTHER')).toBe(false)
  expect(isCommand(config, 'set')).toBe(false)
  for (const other of [['config', 'G-ABC'], { 0: 'config' }, 'config', null, undefined])
    expect(isCommand(other, 'config')).toBe(false)
})

/** What happened on the page, as its code tells it. */
const EVENTS = [
  command('event', 'page_view'),
  { event: 'purchase', ecommerce: { value: 1 } },
  { event: '' },
]

/** What is no event: settings, and what a tag manager does itself. */
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

test('takes out what happened so far and leaves everything else in its order', () => {
  const layer = [...EVENTS, ...OTHERS, ...EVENTS]
  dropEvents(layer)
  expect(layer).toEqual(OTHERS)
})

test('taking out tells a tag that listens nothing', () => {
  const layer: unknown[] = [...EVENTS, ...OTHERS]
  layer.push = vi.fn()
  dropEvents(layer)
  expect(layer.push).not.toHaveBeenCalled()
  expect([...layer]).toEqual(OTHERS)
})

test('while no reader is granted nothing that happens comes into a data layer', () => {
  const layer: unknown[] = []
  let isGranted = false
  deafen(layer, () => isGranted, true)
  expect(layer.push(...EVENTS, ...OTHERS)).toBe(OTHERS.length)
  expect([...layer]).toEqual(OTHERS)
  isGranted = true
  expect(layer.push(...EVENTS)).toBe(OTHERS.length + EVENTS.length)
  isGranted = false
  layer.push(...EVENTS)
  expect([...layer]).toEqual([...OTHERS, ...EVENTS])
})

test('until a tag may be there the data layer keeps its own push: there are wrappers that look at it', () => {
  const layer: unknown[] = []
  const { push } = layer
  deafen(layer, () => false, false)
  expect(layer.push).toBe(push)
})

test('of several readers of a data layer one that is granted is enough', () => {
  const layer: unknown[] = []
  let isSecondGranted = false
  deafen(layer, () => false, true)
  const undo = deafen(layer, () => isSecondGranted, true)
  layer.push(...EVENTS)
  expect(layer).toHaveLength(0)
  isSecondGranted = true
  layer.push(...EVENTS)
  expect(layer).toHaveLength(EVENTS.length)
  undo()
  layer.push(...EVENTS)
  expect(layer).toHaveLength(EVENTS.length)
})

test('without a reader everything goes in, and the data layer has its own push again', () => {
  const layer: unknown[] = []
  const { push } = layer
  deafen(layer, () => false, true)()
  expect(layer.push).toBe(push)
  layer.push(...EVENTS)
  expect([...layer]).toEqual(EVENTS)
})

test('the data layer has its own push again when the last of several readers has left', () => {
  const layer: unknown[] = []
  const { push } = layer
  const undos = [deafen(layer, () => false, true), deafen(layer, () => false, true)]
  for (const undo of undos) undo()
  expect(layer.push).toBe(push)
})

test('a tag that has loaded in between hears nothing once it is deafened again', () => {
  const layer: unknown[] = []
  const isGranted = () => false
  deafen(layer, isGranted, true)
  const { push } = layer
  const hears = vi.fn((...entries: unknown[]) => push.apply(layer, entries))
  layer.push = hears
  layer.push(...EVENTS)
  expect(hears).toHaveBeenCalledOnce()
  deafen(layer, isGranted, true)
  hears.mockClear()
  layer.push(...EVENTS)
  expect(hears).toHaveBeenCalledExactlyOnceWith()
})

test('a data layer is deafened once, however often it is asked for', () => {
  const layer: unknown[] = []
  deafen(layer, () => false, true)
  const { push } = layer
  deafen(layer, () => false, true)
  expect(layer.push).toBe(push)
})

test('a data layer is read from the moment that a tag has put its own push there', () => {
  const layer: unknown[] = []
  expect(isRead(layer)).toBe(false)
  deafen(layer, () => true, true)
  expect(isRead(layer)).toBe(false)
  const { push } = layer
  layer.push = (...entries) => push.apply(layer, entries)
  // The page may have put its own there, for a purpose of its own.
  expect(isRead(layer)).toBe(false)
  page.google_tag_manager = {}
  expect(isRead(layer)).toBe(true)
  deafen(layer, () => true, true)
  expect(isRead(layer)).toBe(true)
})
