// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

const REFUSED = 'https://www.google-analytics.com/g/collect?v=2'
const ALLOWED = 'https://api.shop.test/cart'

/** Starts a guard that refuses one host. */
const start = (): void => {
  const deniedAt = ({ hostname }: URL) =>
    hostname === 'www.google-analytics.com' ? 'analytics' : undefined
  onTestFinished(startGuard({ deniedAt, isCookieRefused: () => false, watch() {}, look() {} }))
}

/** Puts a `sendBeacon` into the page that only records, and takes nothing on. */
const beamed = () => {
  const original = vi.spyOn(Navigator.prototype, 'sendBeacon').mockReturnValue(false)
  onTestFinished(() => original.mockRestore())
  return original
}

test('a refused beacon says that it is under way and does not leave', () => {
  const original = beamed()
  start()
  expect(navigator.sendBeacon(REFUSED, 'x')).toBe(true)
  expect(original).not.toHaveBeenCalled()
})

test('any other beacon takes the way it took, with its arguments, its object and its result', () => {
  const original = beamed()
  start()
  expect(navigator.sendBeacon(ALLOWED, 'x')).toBe(false)
  expect(original).toHaveBeenCalledExactlyOnceWith(ALLOWED, 'x')
  expect(original.mock.contexts[0]).toBe(navigator)
})
