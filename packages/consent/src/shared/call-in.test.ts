// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { callIn } from './call-in.ts'

const broken = () => {
  throw new TypeError('broken')
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

test.each([
  ['after the delay', 1, 1],
  ['after an hour when the delay is longer', 86_400, 3600],
])('calls once, %s', (_, delay, seconds) => {
  const run = vi.fn()
  callIn(delay, run)
  vi.advanceTimersByTime(seconds * 1000 - 1)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(run).toHaveBeenCalledOnce()
})

test('does not call after it was cancelled, nor on a server', () => {
  const run = vi.fn()
  callIn(1, run)()
  vi.stubGlobal('document', undefined)
  callIn(1, run)
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
