// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { cookieStorage } from './cookie-storage.ts'
import { deleteCookie } from './delete-cookie.ts'

// test/e2e/cookie-reality.e2e.ts and test/everywhere/cookies.ts show which cookies browsers store
// and delete, on every kind of host.

const HOUR = 3600

afterEach(() => deleteCookie('spaceone_consent'))

/** Replaces `document.cookie` by a stub, and returns the cookies written to it. */
const playJar = (get: () => string) => {
  const written: string[] = []
  const set = (text: string) => written.push(text)
  // Defined on `Document.prototype`; happy-dom has the property on a superclass.
  Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get, set })
  onTestFinished(() => void Reflect.deleteProperty(Document.prototype, 'cookie'))
  return written
}

test('reads what it wrote, by the exact name only, and nothing before and after', () => {
  const storage = cookieStorage()
  document.cookie = 'spaceone_consent_old=x; path=/'
  onTestFinished(() => deleteCookie('spaceone_consent_old'))
  expect(storage.read()).toEqual([])
  for (const value of ['abc', 'def']) {
    storage.write(value, HOUR)
    expect(storage.read()).toEqual([value])
    storage.write('', 0)
    // happy-dom keeps a deleted cookie for a moment.
    expect(storage.read().join('')).toBe('')
  }
})

test('sets no host-only cookie beside the one on the configured domain', () => {
  const written = playJar(() => 'spaceone_consent=stale; spaceone_consent=abc')
  cookieStorage({ domain: '.megazone.io' }).write('abc', HOUR)
  const set = written.filter(text => text.includes('=abc'))
  expect(set.filter(text => !text.includes('domain=.megazone.io'))).toEqual([])
  expect(set).not.toEqual([])
})

test.each<[string, () => string, readonly string[]]>([
  ['the browser refuses cookies', () => '', []],
  ['an older cookie cannot be replaced', () => 'spaceone_consent=granted', ['granted']],
  ['document.cookie throws', vi.fn().mockThrow(new Error('SecurityError')), []],
])('keeps the value in memory, and reads nothing after a deletion, when %s', (_, get, before) => {
  playJar(get)
  const storage = cookieStorage()
  expect(storage.read()).toEqual(before)
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
  storage.write('', 0)
  expect(storage.read().join('')).toBe('')
})
