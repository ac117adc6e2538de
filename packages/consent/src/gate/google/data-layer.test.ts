// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { command, page, useGooglePages } from '../../../../../test/support/google-page.ts'
import { withEach } from '../../../../../test/support/odd-values.ts'
import { dataLayer, isCommand, offerGtag } from './data-layer.ts'
import { dropEvents, filterEvents, isPushing } from './silence.ts'

// late-start.test.ts tests a tag that has replaced push; test/e2e/wrappers.e2e.ts tests wrappers
// that wait for a change of push.

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

/** Events that code of the page pushes. */
const EVENTS = [
  command('event', 'page_view'),
  { event: 'purchase', ecommerce: { value: 1 } },
  { event: '' },
]

/** Entries that are not events: settings, entries of Tag Manager itself, and invalid values. */
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

test('events are dropped while no reader is granted, push is replaced once, and restored when the last reader is disposed', () => {
  const layer: unknown[] = []
  const { push } = layer
  const granted = { one: false, other: false }
  const first = filterEvents(layer, () => granted.one, true)
  const replaced = layer.push
  expect(layer.push(...EVENTS, ...OTHERS)).toBe(OTHERS.length)
  expect([...layer]).toEqual(OTHERS)
  granted.one = true
  expect(layer.push(...EVENTS)).toBe(OTHERS.length + EVENTS.length)
  granted.one = false
  const second = filterEvents(layer, () => granted.other, true)
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

/** Returns data layer entries made from a value: the value itself, and objects that contain it. */
const entriesOf = (value: unknown) => [value, { event: value }, { config: value }]

const VIEW = { event: 'page_view' }

test('for any entries pushed while denied or before the grant, push does not throw and the tag receives no event', () => {
  const layer = dataLayer('dataLayer')
  const dispose = filterEvents(layer, () => false, true)
  withEach(value => {
    for (const entry of entriesOf(value)) layer.push(entry)
    layer.push(VIEW)
  })
  expect(layer).not.toContain(VIEW)
  dispose()
  withEach(value => {
    layer.push(...entriesOf(value), VIEW)
    dropEvents(layer)
  })
  expect(layer).not.toContain(VIEW)
})

test('isPushing distinguishes entries that code of the page pushes from an event that a timer of the tag pushes', () => {
  const layer: unknown[] = []
  const seen: boolean[] = []
  layer.push = () => seen.push(isPushing(layer))
  filterEvents(layer, () => true, true)
  for (const entry of [...EVENTS, { event: 'gtm.historyChange-v2' }, { user: 'new' }])
    layer.push(entry)
  expect(seen).toEqual([true, true, true, false, true])
  expect(isPushing(layer)).toBe(false)
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
