// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { cookieStorage } from './cookie-storage.ts'
import { deleteCookie } from './delete-cookie.ts'

const HOUR = 3600

afterEach(() => {
  vi.restoreAllMocks()
  deleteCookie('spaceone_consent')
  deleteCookie('session')
})

const writes = () => {
  const set = vi.spyOn(Document.prototype, 'cookie', 'set')
  return () => set.mock.calls.map(([text]) => text)
}

/** Replaces `document.cookie` by a stub, which stores nothing by itself. */
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

test('reads no value before the first write', () => {
  expect(cookieStorage().read()).toEqual([])
})

test('writes a SameSite=Lax cookie for the path /', () => {
  const written = writes()
  cookieStorage().write('abc', HOUR)
  expect(written()).toEqual(['spaceone_consent=abc; path=/; sameSite=Lax; max-age=3600'])
})

test('sets a Domain only when one is configured', () => {
  const written = writes()
  cookieStorage({ domain: '.megazone.io' }).write('abc', HOUR)
  expect(written()[0]).toContain('; domain=.megazone.io')
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

test('reads the written value by the exact name only', () => {
  document.cookie = 'spaceone_consent_old=x; path=/'
  const storage = cookieStorage()
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
  deleteCookie('spaceone_consent_old')
})

test('reads every cookie of the name', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue(
    'spaceone_consent=a; b=c; spaceone_consent=d',
  )
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

test('keeps the value in memory when the browser refuses cookies', () => {
  vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  const storage = cookieStorage()
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
})

test('reads the value in memory when an older cookie cannot be replaced', () => {
  playJar(() => 'spaceone_consent=granted')
  const storage = cookieStorage()
  expect(storage.read()).toEqual(['granted'])
  storage.write('refused', HOUR)
  expect(storage.read()).toEqual(['refused'])
})

test('never throws when document.cookie throws', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(() => {
    throw new Error('SecurityError')
  })
  const storage = cookieStorage()
  expect(storage.read()).toEqual([])
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
})

test('deletes the cookie that it wrote', () => {
  const storage = cookieStorage()
  storage.write('abc', HOUR)
  storage.write('', 0)
  // happy-dom keeps a deleted cookie for a moment.
  expect(storage.read().join('')).toBe('')
  storage.write('def', HOUR)
  expect(storage.read()).toEqual(['def'])
})

test('reads no value after a deletion, even if the cookie cannot be deleted', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue('spaceone_consent=granted')
  const storage = cookieStorage()
  storage.write('', 0)
  expect(storage.read().join('')).toBe('')
})
