// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { redefine } from '../../../../../test/support/redefine.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { cookieStorage } from './cookie-storage.ts'

const HOUR = 3600

test.each<[string, () => string, readonly string[]]>([
  ['an older cookie cannot be replaced', () => 'spaceone_consent=granted', ['granted']],
  ['document.cookie throws', vi.fn().mockThrow(new Error('SecurityError')), []],
])('keeps the value in memory, and reads nothing after a deletion, when %s', (_, get, before) => {
  // happy-dom has `cookie` on a superclass.
  redefine(documentPrototype(), 'cookie', { get, set() {} })
  const storage = cookieStorage()
  expect(storage.read()).toEqual(before)
  storage.write('abc', HOUR)
  expect(storage.read()).toEqual(['abc'])
  storage.write('', 0)
  expect(storage.read().join('')).toBe('')
})
