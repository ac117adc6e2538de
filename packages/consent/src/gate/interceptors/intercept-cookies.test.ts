// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { startInterceptors } from './start-interceptors.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/**
 * Starts interceptors that block these cookies. `write` returns the text that reaches the browser.
 */
const start = (...refused: readonly string[]) => {
  const browser = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  const blocksCookie = (name: string) => refused.includes(name)
  onTestFinished(startInterceptors({ blockingAddress: () => undefined, blocksCookie }))
  // In happy-dom the class of the document is not `Document`.
  const write = (cookie: unknown): unknown => {
    browser.mockClear()
    Reflect.set(Document.prototype, 'cookie', cookie, document)
    expect(browser.mock.contexts).toEqual([document])
    return browser.mock.lastCall?.[0]
  }
  return { write }
}

test.each([
  '_ga=GA1.1.1',
  '_ga=',
  '_ga=1; path=/; max-age=34128000',
  '_ga=Max-Age=100; x-max-age=1',
  '_ga; path=/; max-age=60',
  // A cookie without a name is read back as its value alone, which may be `_ga=1`.
  ' =_ga=1; path=/',
  '= _ga =1',
  '=_ga',
  // Outer spaces are not part of a name, inner spaces are.
  '  my id = 1; path=/',
])('a write of a cookie of a blocked service becomes a deletion: %s', cookie => {
  expect(start('_ga', 'my id').write(cookie)).toBe(`${cookie};Max-Age=0`)
})

test.each([
  'cart=_ga=1; path=/',
  '_gatekeeper=1; Expires=0',
  '_GA=1',
  'ga',
  '=cart=_ga',
  'my=1',
  '',
  'cart=1; Path=/; SameSite=Lax',
])('a cookie that is not blocked is written unchanged: "%s"', cookie => {
  expect(start('_ga', 'my id').write(cookie)).toBe(cookie)
})

/** Replaces `CookieStore` by a stub that records. */
const cookieStore = () => {
  const set = vi.fn((..._args: unknown[]) => Promise.resolve())
  class CookieStore {}
  Object.defineProperty(CookieStore.prototype, 'set', {
    configurable: true,
    writable: true,
    value: set,
  })
  vi.stubGlobal('CookieStore', CookieStore)
  start('_ga')
  return { set, store: new CookieStore() as { set(...args: unknown[]): Promise<void> } }
}

test('cookieStore.set resolves for blocked cookies without writing, and writes others', async () => {
  const { set, store } = cookieStore()
  for (const name of ['_ga', { name: '_ga' }, { name: { toString: () => '_ga' } }])
    await expect(store.set(name, '1')).resolves.toBeUndefined()
  expect(set).not.toHaveBeenCalled()
  await store.set('cart', '_ga')
  await store.set({ name: 'cart', value: '_ga' })
  expect(set.mock.calls).toEqual([['cart', '_ga'], [{ name: 'cart', value: '_ga' }]])
})

test('cookieStore.set reads the name once, so that a changing getter writes no blocked cookie', async () => {
  const { set, store } = cookieStore()
  const names = ['cart', '_ga', '_ga']
  await store.set({
    get name() {
      return names.shift()
    },
    path: '/',
  })
  expect(set.mock.calls).toEqual([[{ name: 'cart', path: '/' }]])
})
