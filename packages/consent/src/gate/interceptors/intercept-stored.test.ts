// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { startInterceptors } from './start-interceptors.ts'

const start = () => {
  const blocksName = (kind: string, name: string) =>
    kind === 'cookie' && ['_ga', 'my id'].includes(name)
  onTestFinished(startInterceptors({ missingGrant: () => undefined, blocksName }))
}

const write = (cookies: readonly string[]) => {
  const browser = vi.spyOn(documentPrototype(), 'cookie', 'set').mockImplementation(() => {})
  start()
  // In happy-dom the class of the document is not `Document`.
  for (const cookie of cookies) Reflect.set(documentPrototype(), 'cookie', cookie, document)
  expect(new Set(browser.mock.contexts)).toEqual(new Set([document]))
  return browser.mock.calls.flat()
}

test('a write of a cookie of a blocked service becomes a deletion', () => {
  const cookies = [
    ...['_ga=GA1.1.1', '_ga=', '_ga=1; path=/; max-age=34128000', '_ga; path=/; max-age=60'],
    '_ga=Max-Age=100; x-max-age=1',
    // A cookie without a name is read back as its value alone, which may be `_ga=1`.
    ...[' =_ga=1; path=/', '= _ga =1', '=_ga'],
    // Outer spaces are not part of a name, inner spaces are.
    '  my id = 1; path=/',
  ]
  expect(write(cookies)).toEqual(cookies.map(cookie => `${cookie};Max-Age=0`))
})

test('a cookie that is not blocked is written unchanged', () => {
  const cookies = [
    ...['cart=_ga=1; path=/', '_gatekeeper=1; Expires=0', '_GA=1', 'ga', '=cart=_ga', 'my=1', ''],
    'cart=1; Path=/; SameSite=Lax',
  ]
  expect(write(cookies)).toEqual(cookies)
})

test('cookieStore.set resolves for blocked cookies without writing, and reads the name once', async () => {
  const set = vi.fn((..._args: unknown[]) => Promise.resolve())
  const CookieStore = vi.fn()
  Object.assign(CookieStore.prototype, { set })
  vi.stubGlobal('CookieStore', CookieStore)
  start()
  const store = new CookieStore() as { set: typeof set }
  for (const name of ['_ga', { name: '_ga' }, { name: { toString: () => '_ga' } }])
    await expect(store.set(name, '1')).resolves.toBeUndefined()
  expect(set).not.toHaveBeenCalled()
  // At a second reading, by the browser, a getter could return the name of a blocked cookie.
  const names = ['cart', '_ga', '_ga']
  const changing = Object.defineProperty({ path: '/' }, 'name', {
    ...{ enumerable: true, get: () => names.shift() },
  })
  const others = [['cart', '_ga'], [{ name: 'cart', value: '_ga' }], [changing]]
  for (const args of others) await store.set(...args)
  expect(set.mock.calls).toEqual([...others.slice(0, 2), [{ name: 'cart', path: '/' }]])
})

test('where the browser refuses storage, cookies are blocked all the same', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(broken)
  const write = vi.spyOn(documentPrototype(), 'cookie', 'set').mockImplementation(() => {})
  expect(start).not.toThrow()
  Reflect.set(documentPrototype(), 'cookie', 'cart=1', document)
  expect(write).toHaveBeenCalledExactlyOnceWith('cart=1')
})
