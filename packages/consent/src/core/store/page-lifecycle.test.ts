// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { callIn } from '../../shared/call-in.ts'
import { isPrerendered, onReturn } from './page-lifecycle.ts'

const broken = () => {
  throw new TypeError('broken')
}

/** Simulates a browser without cookie events. */
const withoutCookieStore = () => {
  vi.stubGlobal('CookieStore', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
}

test('calls back on a restore and on the return to the tab, until it is disposed', () => {
  const run = vi.fn()
  const dispose = onReturn(run, 'consent.history')
  window.dispatchEvent(new Event('pageshow'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(run).toHaveBeenCalledTimes(2)
  dispose()
  window.dispatchEvent(new Event('pageshow'))
  expect(run).toHaveBeenCalledTimes(2)
})

test('calls back when another page of the origin has changed the key', () => {
  withoutCookieStore()
  const run = vi.fn()
  onTestFinished(onReturn(run, 'consent.history'))
  const tell = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }))
  tell('cart')
  expect(run).not.toHaveBeenCalled()
  tell('consent.history')
  tell(null)
  expect(run).toHaveBeenCalledTimes(2)
})

test('does not listen to storage events when the browser has cookie events', () => {
  vi.stubGlobal('cookieStore', new EventTarget())
  onTestFinished(() => void vi.unstubAllGlobals())
  const run = vi.fn()
  onTestFinished(onReturn(run, 'consent.history'))
  window.dispatchEvent(new StorageEvent('storage', { key: 'consent.history' }))
  expect(run).not.toHaveBeenCalled()
})

test('calls back when the visitor opens a prerendered page', () => {
  const run = vi.fn()
  onTestFinished(onReturn(run, 'consent.history'))
  document.dispatchEvent(new Event('prerenderingchange'))
  expect(run).toHaveBeenCalledOnce()
})

test('calls back at a cookie event', () => {
  const cookieStore = new EventTarget()
  vi.stubGlobal('cookieStore', cookieStore)
  onTestFinished(() => void vi.unstubAllGlobals())
  const run = vi.fn()
  const dispose = onReturn(run, 'consent.history')
  cookieStore.dispatchEvent(new Event('change'))
  expect(run).toHaveBeenCalledOnce()
  dispose()
  cookieStore.dispatchEvent(new Event('change'))
  expect(run).toHaveBeenCalledOnce()
})

test('calls back at a storage event of the key, and again a second later', () => {
  withoutCookieStore()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const run = vi.fn()
  onTestFinished(onReturn(run, 'consent.history'))
  window.dispatchEvent(new StorageEvent('storage', { key: 'cart' }))
  vi.advanceTimersByTime(1000)
  expect(run).not.toHaveBeenCalled()
  for (const [at, key] of ['consent.history', null].entries()) {
    window.dispatchEvent(new StorageEvent('storage', { key }))
    expect(run).toHaveBeenCalledTimes(2 * at + 1)
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(2 * at + 2)
  }
})

test('listens to the available events when the browser or the page refuses others [5]', () => {
  const run = vi.fn()
  vi.stubGlobal('setTimeout', broken)
  vi.stubGlobal('clearTimeout', broken)
  const cookieStore = Object.getOwnPropertyDescriptor(globalThis, 'cookieStore')
  Object.defineProperty(globalThis, 'cookieStore', { configurable: true, get: broken })
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'cookieStore')
    if (cookieStore) Object.defineProperty(globalThis, 'cookieStore', cookieStore)
    vi.unstubAllGlobals()
  })
  const dispose = onReturn(run, 'consent.history')
  window.dispatchEvent(new Event('pageshow'))
  window.dispatchEvent(new StorageEvent('storage', { key: 'consent.history' }))
  expect(run).toHaveBeenCalledTimes(2)
  expect(callIn(1, run)).not.toThrow()
  dispose()
})

test('a page counts as prerendered only when the browser says so', () => {
  expect(isPrerendered()).toBe(false)
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  onTestFinished(() => void Reflect.deleteProperty(document, 'prerendering'))
  expect(isPrerendered()).toBe(true)
})
