// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { callIn } from '../shared/call-in.ts'
import { isPrerendered, onReturn } from './page-lifecycle.ts'

const broken = () => {
  throw new TypeError('broken')
}

test('calls back on a restore and on the return to the tab, until it is undone', () => {
  const run = vi.fn()
  const undo = onReturn(run, 'consent.history')
  window.dispatchEvent(new Event('pageshow'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(run).toHaveBeenCalledTimes(2)
  undo()
  window.dispatchEvent(new Event('pageshow'))
  expect(run).toHaveBeenCalledTimes(2)
})

test('calls back when another page of the origin has stored what it stores with each change', () => {
  const run = vi.fn()
  onTestFinished(onReturn(run, 'consent.history'))
  const tell = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }))
  tell('cart')
  expect(run).not.toHaveBeenCalled()
  tell('consent.history')
  tell(null)
  expect(run).toHaveBeenCalledTimes(2)
})

test('calls back when the visitor opens a page that was prepared', () => {
  const run = vi.fn()
  onTestFinished(onReturn(run, 'consent.history'))
  document.dispatchEvent(new Event('prerenderingchange'))
  expect(run).toHaveBeenCalledOnce()
})

test('calls back at once where the browser tells of cookies', () => {
  const cookieStore = new EventTarget()
  vi.stubGlobal('cookieStore', cookieStore)
  onTestFinished(() => void vi.unstubAllGlobals())
  const run = vi.fn()
  const undo = onReturn(run, 'consent.history')
  cookieStore.dispatchEvent(new Event('change'))
  expect(run).toHaveBeenCalledOnce()
  undo()
  cookieStore.dispatchEvent(new Event('change'))
  expect(run).toHaveBeenCalledOnce()
})

test('calls back at once, and again a second later, when another page has stored something of ours', () => {
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

test('listens to what there is where the browser, or the page, refuses the rest [5]', () => {
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
  const undo = onReturn(run, 'consent.history')
  window.dispatchEvent(new Event('pageshow'))
  window.dispatchEvent(new StorageEvent('storage', { key: 'consent.history' }))
  expect(run).toHaveBeenCalledTimes(2)
  expect(callIn(1, run)).not.toThrow()
  undo()
})

test('takes a page for prepared only where the browser says so', () => {
  expect(isPrerendered()).toBe(false)
  Object.defineProperty(document, 'prerendering', { configurable: true, value: true })
  onTestFinished(() => void Reflect.deleteProperty(document, 'prerendering'))
  expect(isPrerendered()).toBe(true)
})
