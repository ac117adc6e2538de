// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { callIn } from './call-in.ts'

// create-store.test.ts tests a long delay, a cancelled call, and a server, which has no timer.

beforeEach(() => void vi.useFakeTimers())

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
