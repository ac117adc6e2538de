// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Starts a guard that refuses these cookies, and gives what gets through to the browser. */
const start = (...refused: readonly string[]) => {
  const browser = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  const isCookieRefused = vi.fn((name: string) => refused.includes(name))
  onTestFinished(startGuard({ deniedAt: () => undefined, isCookieRefused, watch() {}, look() {} }))
  // happy-dom's document has another class than browsers give it.
  const write = (cookie: unknown): boolean => {
    browser.mockClear()
    Reflect.set(Document.prototype, 'cookie', cookie, document)
    return browser.mock.calls.length > 0
  }
  return { write, browser, isCookieRefused }
}

test('a cookie of a denied service is not written, and there is no error', () => {
  const { write } = start('_ga')
  expect(write('_ga=GA1.1.1; path=/; max-age=34128000')).toBe(false)
  expect(write('_ga=GA1.1.1')).toBe(false)
  expect(write('_ga=')).toBe(false)
})

test('any other cookie takes the way it took, as it is written', () => {
  const { write, browser } = start('_ga')
  for (const cookie of ['cart=_ga=1; path=/', '_gatekeeper=1', '_GA=1', '_ga', '=_ga'])
    expect(write(cookie)).toBe(true)
  write('cart=1; Path=/; SameSite=Lax')
  expect(browser).toHaveBeenCalledExactlyOnceWith('cart=1; Path=/; SameSite=Lax')
  expect(browser.mock.contexts[0]).toBe(document)
})

test('a name may have spaces in it, and those around it do not count', () => {
  const { write, isCookieRefused } = start('my id')
  expect(write('  my id = 1; path=/')).toBe(false)
  expect(write('my=1')).toBe(true)
  expect(isCookieRefused.mock.calls).toEqual([['my id'], ['my']])
})

test.each([
  '_ga=; Max-Age=0',
  '_ga=1; path=/; max-age=-1; domain=.shop.test',
  '_ga=; Max-Age=100; Max-Age=0',
  '_ga=; expires=Thu, 01 Jan 1970 00:00:00 GMT',
  '_ga=; Expires=Thu, 01 Jan 2099 00:00:00 GMT; expires=Thu, 01 Jan 1970 00:00:01 GMT',
  '_ga=; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Max-Age=0',
])('a deletion passes: %s', cookie => {
  expect(start('_ga').write(cookie)).toBe(true)
})

test.each([
  '_ga=1; Max-Age=0; Max-Age=100',
  '_ga=1; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=100',
  '_ga=1; expires=Thu, 01 Jan 1970 00:00:00 GMT; expires=Thu, 01 Jan 2099 00:00:00 GMT',
  '_ga=1; expires=never',
  '_ga=1; Max-Age=soon',
  '_ga=Max-Age=0',
  '_ga=1; x-max-age=0',
])('what only looks like a deletion does not: %s', cookie => {
  expect(start('_ga').write(cookie)).toBe(false)
})

test('spaces around the name of an attribute make no deletion of a cookie that is written', () => {
  const past = 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'
  expect(start('_ga').write(`_ga=1; ${past}; Max-Age =100`)).toBe(false)
})

test('the cookie store refuses the same cookies quietly, and takes every other', async () => {
  const set = vi.fn((..._args: unknown[]) => Promise.resolve())
  class CookieStore {}
  Object.defineProperty(CookieStore.prototype, 'set', {
    configurable: true,
    writable: true,
    value: set,
  })
  vi.stubGlobal('CookieStore', CookieStore)
  start('_ga')
  const store = new CookieStore() as { set(...args: unknown[]): Promise<void> }
  await expect(store.set('_ga', '1')).resolves.toBeUndefined()
  await expect(store.set({ name: '_ga', value: '1' })).resolves.toBeUndefined()
  expect(set).not.toHaveBeenCalled()
  await store.set('cart', '_ga')
  await store.set({ name: 'cart', value: '_ga' })
  expect(set.mock.calls).toEqual([['cart', '_ga'], [{ name: 'cart', value: '_ga' }]])
})
