// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { callIn } from './call-in.ts'

// create-store.test.ts tests a long delay, a cancelled call, and a server, which has no timer.

beforeEach(() => void vi.useFakeTimers())

test('an error of the function does not reach the page [5]', () => {
  const run = vi.fn(broken)
  callIn(1, run)
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(run).toHaveBeenCalledOnce()
})
