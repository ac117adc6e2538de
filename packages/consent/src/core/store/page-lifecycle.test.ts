// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { callIn } from '../../shared/call-in.ts'
import { isPrerendered, onReturn } from './page-lifecycle.ts'

const KEY = 'consent.history'

const broken = () => {
  throw new TypeError('broken')
}

/** Listens until the end of the test, and returns how often the function was called. */
const listen = () => {
  const run = vi.fn()
  const dispose = onReturn(run, KEY)
  onTestFinished(dispose)
  return { calls: () => run.mock.calls.length, dispose }
}

/** Dispatches a `storage` event, which another page of the origin has caused. */
const store = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }))

test('calls back on a restore, on the return to the tab and when a prerendered page is opened, until it is disposed', () => {
  const { calls, dispose } = listen()
  const events: readonly [EventTarget, string][] = [
    [window, 'pageshow'],
    [document, 'visibilitychange'],
    [document, 'prerenderingchange'],
  ]
  const tell = () => events.map(([target, type]) => target.dispatchEvent(new Event(type)))
  tell()
  expect(calls()).toBe(3)
  dispose()
  tell()
  expect(calls()).toBe(3)
})

test('calls back at a cookie event, and not at a storage event, when the browser has cookie events', () => {
  const cookieStore = new EventTarget()
  vi.stubGlobal('cookieStore', cookieStore)
  const { calls, dispose } = listen()
  store(KEY)
  expect(calls()).toBe(0)
  cookieStore.dispatchEvent(new Event('change'))
  expect(calls()).toBe(1)
  dispose()
  cookieStore.dispatchEvent(new Event('change'))
  expect(calls()).toBe(1)
})

test('calls back when another page of the origin has changed the key or all keys, and again a second later', () => {
  vi.stubGlobal('CookieStore', undefined)
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { calls } = listen()
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
  const { calls } = listen()
  window.dispatchEvent(new Event('pageshow'))
  store(KEY)
  expect(calls()).toBe(2)
  expect(callIn(1, broken)).not.toThrow()
})

test('a page counts as prerendered only when the browser says so', () => {
  expect(isPrerendered()).toBe(false)
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  onTestFinished(() => void Reflect.deleteProperty(document, 'prerendering'))
  expect(isPrerendered()).toBe(true)
})
