// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { callIn } from './call-in.ts'

const broken = () => {
  throw new TypeError('broken')
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
})

test('calls once, after the delay', () => {
  const run = vi.fn()
  callIn(1, run)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(run).toHaveBeenCalledOnce()
})

test('calls after an hour when the delay is longer', () => {
  const run = vi.fn()
  callIn(86_400, run)
  vi.advanceTimersByTime(3_599_000)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(run).toHaveBeenCalledOnce()
})

test('does not call after it was cancelled', () => {
  const run = vi.fn()
  callIn(1, run)()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})

test('does not call on a server', () => {
  vi.stubGlobal('document', undefined)
  const run = vi.fn()
  callIn(1, run)()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})

test('never calls and never throws when setTimeout throws [5]', () => {
  vi.stubGlobal('setTimeout', broken)
  const run = vi.fn()
  expect(() => callIn(1, run)()).not.toThrow()
  expect(run).not.toHaveBeenCalled()
})

test('calls though cancelled, and never throws, when clearTimeout throws [5]', () => {
  vi.stubGlobal('clearTimeout', broken)
  const run = vi.fn()
  expect(callIn(1, run)).not.toThrow()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})
