// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { documentPrototype } from '../../shared/platform.ts'
import { cookieStorage } from './cookie-storage.ts'

const HOUR = 3600

const playJar = (get: () => string) => {
  // The SDK uses the accessor of `Document.prototype`. happy-dom has `cookie` on a superclass.
  Object.defineProperty(documentPrototype(), 'cookie', { configurable: true, get, set() {} })
  onTestFinished(() => void Reflect.deleteProperty(documentPrototype(), 'cookie'))
}

test.each<[string, () => string, readonly string[]]>([
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
