// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { cookieStorage } from './cookie-storage.ts'
import { deleteCookie } from './delete-cookie.ts'

const HOUR = 3600

afterEach(() => deleteCookie('spaceone_consent'))

/**
 * Replaces `document.cookie` by a stub, which stores nothing by itself, and returns the cookies
 * written to it.
 */
const playJar = (get: () => string, keep: (text: string) => void = () => {}) => {
  const written: string[] = []
  const set = (text: string) => {
    written.push(text)
    keep(text)
  }
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

test('writes a SameSite=Lax cookie for the path /, with a Domain only when one is configured', () => {
  const written = playJar(() => 'spaceone_consent=abc')
  cookieStorage().write('abc', HOUR)
  expect(written).toEqual(['spaceone_consent=abc; path=/; sameSite=Lax; max-age=3600'])
  cookieStorage({ domain: '.megazone.io' }).write('abc', HOUR)
  expect(written[1]).toContain('; domain=.megazone.io')
})

test('sets a host-only cookie when the page is not under the domain', () => {
  let kept = ''
  playJar(
    () => kept,
    text => {
      if (/^spaceone_consent=\w/.test(text) && !/; domain=/i.test(text))
        kept = text.split(';')[0] ?? ''
    },
  )
  const storage = cookieStorage({ domain: '.megazone.io' })
  for (const value of ['abc', 'def']) {
    storage.write(value, HOUR)
    expect(kept).toBe(`spaceone_consent=${value}`)
  }
})

test('sets no host-only cookie beside the one on the configured domain', () => {
  const written = playJar(() => 'spaceone_consent=stale; spaceone_consent=abc')
  cookieStorage({ domain: '.megazone.io' }).write('abc', HOUR)
  const set = written.filter(text => text.includes('=abc'))
  expect(set.filter(text => !text.includes('domain=.megazone.io'))).toEqual([])
  expect(set).not.toEqual([])
})

test('reads every cookie of the name', () => {
  playJar(() => 'spaceone_consent=a; b=c; spaceone_consent=d')
  expect(cookieStorage().read()).toEqual(['a', 'd'])
})

test('deletes an older cookie that would contradict the new one', () => {
  let reads = 0
  const written = playJar(() =>
    reads++ === 0 ? 'spaceone_consent=old; spaceone_consent=new' : 'spaceone_consent=new',
  )
  const storage = cookieStorage()
  storage.write('new', HOUR)
  expect(written.some(text => text.startsWith('spaceone_consent=; Max-Age=-1'))).toBe(true)
  expect(storage.read()).toEqual(['new'])
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
