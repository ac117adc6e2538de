// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { dataLayer, gtag, offerGtag, takeConfiguration } from './data-layer.ts'

const page = window as unknown as { dataLayer?: unknown; gtag?: unknown }

afterEach(() => {
  document.body.innerHTML = ''
  delete page.dataLayer
  delete page.gtag
})

/** A command as the page's own snippet queues it. */
const command: (...parts: unknown[]) => unknown = function () {
  // biome-ignore lint/complexity/noArguments: the form that Google's tag takes
  return arguments
}

test('keeps the data layer that the page has', () => {
  const own = [{ event: 'gtm.js' }]
  page.dataLayer = own
  expect(dataLayer()).toBe(own)
  expect(page.dataLayer).toBe(own)
})

test.each([
  ['there is none', undefined],
  ['an element has its name', document.createElement('div')],
  ['it is no array', { length: 0, push() {} }],
  ['it is a text', 'dataLayer'],
])('makes a data layer where %s', (_, found) => {
  page.dataLayer = found
  expect(dataLayer()).toEqual([])
  expect(page.dataLayer).toBe(dataLayer())
})

test('queues a command as an arguments object, the only form that the tag takes', () => {
  gtag('set', 'language', 'ko')
  const [entry] = dataLayer()
  expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  expect([...(entry as Iterable<unknown>)]).toEqual(['set', 'language', 'ko'])
})

test('offers the page a gtag that queues for later', () => {
  offerGtag()
  expect(page.dataLayer).toEqual([])
  ;(page.gtag as typeof gtag)('event', 'sign_up')
  expect(page.dataLayer).toHaveLength(1)
  expect(Object.prototype.toString.call(dataLayer()[0])).toBe('[object Arguments]')
})

test('keeps the gtag that the page has', () => {
  const own = vi.fn()
  page.gtag = own
  offerGtag()
  expect(page.gtag).toBe(own)
  expect(own).not.toHaveBeenCalled()
})

test('offers a gtag where an element has its name', () => {
  page.gtag = document.createElement('div')
  offerGtag()
  expect(page.gtag).toBeTypeOf('function')
})

test('of what was queued only settings and configuration count, in their order', () => {
  const own = [
    { event: 'gtm.js' },
    command('js', new Date()),
    command('consent', 'default', { analytics_storage: 'granted' }),
    command('set', { currency: 'KRW' }),
    command('event', 'page_view'),
    command('config', 'G-ABC', { send_page_view: false }),
    command('event', 'purchase', { value: 1 }),
    command('get', 'G-ABC', 'client_id', () => {}),
    command('consent', 'update', { analytics_storage: 'granted' }),
    command('set', 'language', 'ko'),
    ['config', 'G-ARRAY'],
    () => {},
    null,
    'event',
    command(),
  ]
  page.dataLayer = own
  expect(takeConfiguration()?.map(entry => Array.from(entry))).toEqual([
    ['set', { currency: 'KRW' }],
    ['config', 'G-ABC', { send_page_view: false }],
    ['set', 'language', 'ko'],
  ])
  expect(page.dataLayer).toBe(own)
  expect(own).toEqual([])
})

test('where nothing was queued there is nothing to take', () => {
  expect(takeConfiguration()).toEqual([])
})

test('what has gone through the data layer since is not taken out again', () => {
  takeConfiguration()
  gtag('config', 'G-ABC')
  expect(takeConfiguration()).toBeUndefined()
  expect(page.dataLayer).toHaveLength(1)
})
