// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { dataLayer, gtag, offerGtag, takeQueue } from './data-layer.ts'

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

test('takes the commands of the page in their order, and leaves what others have put there', () => {
  const commands = [
    command('js', new Date()),
    command('set', { currency: 'KRW' }),
    command('event', 'page_view'),
  ]
  const others = [{ event: 'gtm.js' }, ['config', 'G-ARRAY'], () => {}, null, 'event']
  const layer = [...commands, ...others]
  page.dataLayer = layer
  expect(takeQueue()).toEqual(commands)
  expect(page.dataLayer).toBe(layer)
  expect(layer).toEqual(others)
})

test('where nothing was queued there is nothing to take', () => {
  expect(takeQueue()).toEqual([])
})

test('what has gone through the data layer since is not taken out again', () => {
  takeQueue()
  gtag('config', 'G-ABC')
  expect(takeQueue()).toEqual([])
  expect(page.dataLayer).toHaveLength(1)
})
