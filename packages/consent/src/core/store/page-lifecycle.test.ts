// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { callIn } from '../../shared/call-in.ts'
import { onReturn } from './page-lifecycle.ts'

// test/e2e/every-tab.e2e.ts, prerendered.e2e.ts and test/everywhere/tabs.ts show the return to a
// page, and what is noticed of other tabs, in browsers with cookie events and without.

const KEY = 'consent.history'

/** Listens until the end of the test, and returns how often the function was called. */
const listen = () => {
  const run = vi.fn()
  onTestFinished(onReturn(run, KEY))
  return () => run.mock.calls.length
}

/** Dispatches a `storage` event, which another page of the origin has caused. */
const store = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }))

test('calls back when another page of the origin has changed the key or all keys, and again a second later', () => {
  vi.stubGlobal('CookieStore', undefined)
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const calls = listen()
  store('cart')
  vi.advanceTimersByTime(1000)
  expect(calls()).toBe(0)
  for (const [at, key] of [KEY, null].entries()) {
    store(key)
    expect(calls()).toBe(2 * at + 1)
    vi.advanceTimersByTime(1000)
    expect(calls()).toBe(2 * at + 2)
  }
})

test('listens to the available events when the browser or the page refuses others [5]', () => {
  vi.stubGlobal('setTimeout', broken)
  vi.stubGlobal('clearTimeout', broken)
  const cookieStore = Object.getOwnPropertyDescriptor(globalThis, 'cookieStore')
  Object.defineProperty(globalThis, 'cookieStore', { configurable: true, get: broken })
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'cookieStore')
    if (cookieStore) Object.defineProperty(globalThis, 'cookieStore', cookieStore)
  })
  const calls = listen()
  window.dispatchEvent(new Event('pageshow'))
  store(KEY)
  expect(calls()).toBe(2)
  expect(callIn(1, broken)).not.toThrow()
})
