import { expect, onTestFinished, test } from 'vitest'
import { ownCopy } from './own-copy.ts'

test('reads nothing that a page has put on Object.prototype, at any depth [49]', () => {
  Object.assign(Object.prototype, { mode: 'advanced' })
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'mode'))
  const copy = ownCopy<{ mode?: string; inner: { mode?: string }[] }>({ inner: [{}] })
  expect(copy.mode).toBeUndefined()
  expect(copy.inner[0]?.mode).toBeUndefined()
})

test('keeps values, arrays and the identity of services', () => {
  const service = { name: 'Chat', attach: () => () => {} }
  const copy = ownCopy({ days: 1, services: [service], none: null, run: service.attach })
  expect(copy).toEqual({ days: 1, services: [service], none: null, run: service.attach })
  expect(copy.services[0]).toBe(service)
  expect(Array.isArray(copy.services)).toBe(true)
})

test('takes __proto__ for a key like any other [49]', () => {
  const copy = ownCopy(JSON.parse('{"__proto__":{"mode":"advanced"}}'))
  expect(copy.mode).toBeUndefined()
  expect(Object.keys(copy)).toEqual(['__proto__'])
})

test('comes to an end where an object holds itself', () => {
  const loop: { self?: unknown } = {}
  loop.self = loop
  expect(() => ownCopy(loop)).not.toThrow()
})

test.each([undefined, null, 'text', 1, true])('returns what is no object: %s', value => {
  expect(ownCopy(value)).toBe(value)
})
