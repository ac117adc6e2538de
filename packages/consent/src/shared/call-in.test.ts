// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { callIn } from './call-in.ts'

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

test.each([
  ['never calls when setTimeout throws', 'setTimeout', 0],
  ['calls though cancelled when clearTimeout throws', 'clearTimeout', 1],
])('%s, and throws nothing [5]', (_, name, calls) => {
  vi.stubGlobal(name, broken)
  const run = vi.fn()
  expect(() => callIn(1, run)()).not.toThrow()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledTimes(calls)
})
