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

test('runs when the browser says that the page is idle, and no second time', () => {
  const request = vi.fn((_: () => void) => 1)
  vi.stubGlobal('requestIdleCallback', request)
  const run = vi.fn()
  whenIdle(run)
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
  expect(request).toHaveBeenCalledExactlyOnceWith(run)
})

test.each([
  ['says nothing of it', undefined],
  ['refuses to say it [5]', broken],
])('runs after a second where the browser %s', (_, request) => {
  vi.stubGlobal('requestIdleCallback', request)
  const run = vi.fn()
  whenIdle(run)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledOnce()
})

test('runs nothing and throws nothing where the browser has no clock either [5]', () => {
  for (const name of ['requestIdleCallback', 'setTimeout']) vi.stubGlobal(name, broken)
  const run = vi.fn()
  expect(() => whenIdle(run)).not.toThrow()
  expect(run).not.toHaveBeenCalled()
})
