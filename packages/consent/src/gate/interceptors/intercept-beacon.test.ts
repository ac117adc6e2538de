// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

const ALLOWED = 'https://api.shop.test/cart'

/** Replaces `sendBeacon` by a stub that records and returns false. */
const beamed = () => {
  const original = vi.spyOn(Navigator.prototype, 'sendBeacon').mockReturnValue(false)
  onTestFinished(() => original.mockRestore())
  return original
}

test('a blocked sendBeacon returns true and sends nothing', () => {
  const original = beamed()
  startBlocking()
  expect(navigator.sendBeacon(BLOCKED, 'x')).toBe(true)
  expect(original).not.toHaveBeenCalled()
})

test('a sendBeacon that is not blocked calls the original with its arguments and its object', () => {
  const original = beamed()
  startBlocking()
  expect(navigator.sendBeacon(ALLOWED, 'x')).toBe(false)
  expect(original).toHaveBeenCalledExactlyOnceWith(ALLOWED, 'x')
  expect(original.mock.contexts[0]).toBe(navigator)
})
