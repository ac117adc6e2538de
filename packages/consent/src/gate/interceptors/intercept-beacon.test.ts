// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startInterceptors } from './start-interceptors.ts'

const BLOCKED = 'https://www.google-analytics.com/g/collect?v=2'
const ALLOWED = 'https://api.shop.test/cart'

/** Starts interceptors that block one host. */
const start = (): void => {
  const blockingAddress = ({ hostname }: URL) =>
    hostname === 'www.google-analytics.com' ? 'analytics' : undefined
  onTestFinished(
    startInterceptors({ blockingAddress, blocksCookie: () => false, watch() {}, look() {} }),
  )
}

/** Replaces `sendBeacon` by a stub that records and returns false. */
const beamed = () => {
  const original = vi.spyOn(Navigator.prototype, 'sendBeacon').mockReturnValue(false)
  onTestFinished(() => original.mockRestore())
  return original
}

test('a blocked sendBeacon returns true and sends nothing', () => {
  const original = beamed()
  start()
  expect(navigator.sendBeacon(BLOCKED, 'x')).toBe(true)
  expect(original).not.toHaveBeenCalled()
})

test('a sendBeacon that is not blocked calls the original with its arguments and its object', () => {
  const original = beamed()
  start()
  expect(navigator.sendBeacon(ALLOWED, 'x')).toBe(false)
  expect(original).toHaveBeenCalledExactlyOnceWith(ALLOWED, 'x')
  expect(original.mock.contexts[0]).toBe(navigator)
})
