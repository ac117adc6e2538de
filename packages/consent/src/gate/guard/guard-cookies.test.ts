// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Starts a guard that refuses these cookies; `write` gives what gets through to the browser. */
const start = (...refused: readonly string[]) => {
  const browser = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  const isCookieRefused = vi.fn((name: string) => refused.includes(name))
  onTestFinished(startGuard({ deniedAt: () => undefined, isCookieRefused, watch() {}, look() {} }))
  // happy-dom's document has another class than browsers give it.
  const write = (cookie: unknown): unknown => {
    browser.mockClear()
    Reflect.set(Document.prototype, 'cookie', cookie, document)
    expect(browser.mock.contexts).toEqual([document])
    return browser.mock.lastCall?.[0]
  }
  return { write, isCookieRefused }
}

test.each([
  ['_ga=GA1.1.1', '_ga=GA1.1.1;Max-Age=0'],
  ['_ga=', '_ga=;Max-Age=0'],
  ['_ga=1; path=/; max-age=34128000', '_ga=1; path=/;Max-Age=0'],
  ['_ga=1; Max-Age=0; MAX-AGE =100', '_ga=1;Max-Age=0'],
  ['_ga=1; expires=0; domain=.shop.test', '_ga=1; domain=.shop.test;Max-Age=0'],
  ['_ga=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Secure', '_ga=1; Secure;Max-Age=0'],
  ['_ga=Max-Age=100; x-max-age=1', '_ga=Max-Age=100; x-max-age=1;Max-Age=0'],
])('a cookie of a denied service is deleted where it would be written: %s', (cookie, deletion) => {
  expect(start('_ga').write(cookie)).toBe(deletion)
})

test('any other cookie takes the way it took, as it is written', () => {
  const { write } = start('_ga')
  for (const cookie of [
    'cart=_ga=1; path=/',
    '_gatekeeper=1; Expires=0',
    '_GA=1',
    '_ga',
    '=_ga',
    'cart=1; Path=/; SameSite=Lax',
  ])
    expect(write(cookie)).toBe(cookie)
})

test('a name may have spaces in it, and those around it do not count', () => {
  const { write, isCookieRefused } = start('my id')
  expect(write('  my id = 1; path=/')).toBe('  my id = 1; path=/;Max-Age=0')
  expect(write('my=1')).toBe('my=1')
  expect(isCookieRefused.mock.calls).toEqual([['my id'], ['my']])
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
