import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { callLater } from './call-later.ts'

const broken = () => {
  throw new TypeError('broken')
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
})

test('calls back after its time, once', () => {
  const run = vi.fn()
  callLater(run, 1000)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(run).toHaveBeenCalledOnce()
})

test('does not call back once it is undone', () => {
  const run = vi.fn()
  callLater(run, 1000)()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})

test.each([
  ['throws', broken],
  ['rejects', () => Promise.reject(new TypeError('broken'))],
])('has what is called end its own errors: %s [5]', async (_, run) => {
  callLater(run, 1000)
  expect(() => vi.runAllTimers()).not.toThrow()
  await vi.advanceTimersByTimeAsync(0)
})

test('never calls back where there is no clock, and throws nothing [5]', () => {
  vi.stubGlobal('setTimeout', broken)
  const run = vi.fn()
  expect(() => callLater(run, 1000)()).not.toThrow()
  expect(run).not.toHaveBeenCalled()
})

test('calls back although it is undone where no clock can be stopped, and throws nothing [5]', () => {
  vi.stubGlobal('clearTimeout', broken)
  const run = vi.fn()
  expect(callLater(run, 1000)).not.toThrow()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})
