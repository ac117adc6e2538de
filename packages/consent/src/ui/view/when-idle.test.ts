// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { whenIdle } from './when-idle.ts'

const broken = () => {
  throw new TypeError('broken')
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
})

test('passes the callback to requestIdleCallback once and sets no timer', () => {
  const request = vi.fn((_: () => void) => 1)
  vi.stubGlobal('requestIdleCallback', request)
  const run = vi.fn()
  whenIdle(run)
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
  expect(request).toHaveBeenCalledExactlyOnceWith(run)
})

test('runs after the current task when the browser has no requestIdleCallback', () => {
  vi.stubGlobal('requestIdleCallback', undefined)
  const run = vi.fn()
  whenIdle(run)
  expect(run).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

test('runs nothing and throws nothing when requestIdleCallback throws [5]', () => {
  vi.stubGlobal('requestIdleCallback', broken)
  const run = vi.fn()
  expect(() => whenIdle(run)).not.toThrow()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
