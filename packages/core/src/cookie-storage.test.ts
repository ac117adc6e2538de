// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
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

test('reads nothing before something was written', () => {
  expect(cookieStorage().read()).toEqual([])
})

test('writes a first-party cookie for the whole site that other sites do not send', () => {
  const written = writes()
  cookieStorage().write('abc', HOUR)
  expect(written()).toEqual(['spaceone_consent=abc; path=/; sameSite=Lax; max-age=3600'])
})

test('gives a domain only when one is configured', () => {
  const written = writes()
  cookieStorage({ domain: '.megazone.io' }).write('abc', HOUR)
  expect(written()[0]).toContain('; domain=.megazone.io')
})

test('reads what it wrote, by its whole name only', () => {
  document.cookie = 'spaceone_consent_old=x; path=/'
  const storage = cookieStorage()
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
  deleteCookie('spaceone_consent_old')
})

test('shows every cookie of the name', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue(
    'spaceone_consent=a; b=c; spaceone_consent=d',
  )
  expect(cookieStorage().read()).toEqual(['a', 'd'])
})

test('clears away an older cookie that would contradict the new one', () => {
  let reads = 0
  vi.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(() =>
    reads++ === 0 ? 'spaceone_consent=old; spaceone_consent=new' : 'spaceone_consent=new',
  )
  const written = writes()
  const storage = cookieStorage()
  storage.write('new', HOUR)
  expect(written().some(text => text.startsWith('spaceone_consent=; Max-Age=-1'))).toBe(true)
  expect(storage.read()).toEqual(['new'])
})

test('keeps the value in memory when the browser refuses cookies', () => {
  vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  const storage = cookieStorage()
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
})

test('believes its memory over a cookie that it could not replace', () => {
  vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue('spaceone_consent=granted')
  const storage = cookieStorage()
  expect(storage.read()).toEqual(['granted'])
  storage.write('refused', HOUR)
  expect(storage.read()).toEqual(['refused'])
})

test('never throws where cookies do', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(() => {
    throw new Error('SecurityError')
  })
  const storage = cookieStorage()
  expect(storage.read()).toEqual([])
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
})

test('deletes what it wrote', () => {
  const storage = cookieStorage()
  storage.write('abc', HOUR)
  storage.write('', 0)
  expect(storage.read()).toEqual([])
  storage.write('def', HOUR)
  expect(storage.read()).toEqual(['def'])
})

test('reads nothing more after a deletion, also of a cookie that it cannot delete', () => {
  vi.spyOn(Document.prototype, 'cookie', 'get').mockReturnValue('spaceone_consent=granted')
  const storage = cookieStorage()
  storage.write('', 0)
  expect(storage.read().join('')).toBe('')
})
