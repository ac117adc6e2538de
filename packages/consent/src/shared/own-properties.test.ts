import { expect, onTestFinished, test } from 'vitest'
import { ownCopy } from './own-properties.ts'

test('reads no property that a page has added to Object.prototype, at any depth, and copies __proto__ like any other key [49]', () => {
  Object.assign(Object.prototype, { mode: 'advanced' })
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'mode'))
  const copy = ownCopy<{ mode?: string; inner: { mode?: string }[] }>({ inner: [{}] })
  expect(copy.mode).toBeUndefined()
  expect(copy.inner[0]?.mode).toBeUndefined()
  const parsed = ownCopy(JSON.parse('{"__proto__":{"mode":"advanced"}}'))
  expect(parsed.mode).toBeUndefined()
  expect(Object.keys(parsed)).toEqual(['__proto__'])
})

test('merges objects of an earlier call at every depth, and replaces other values', () => {
  const earlier = ownCopy({ en: { a: 'one', list: [1, 2] }, ko: { a: 'one' } })
  const copy = ownCopy<object>({ en: { b: 'two', list: [3] }, ja: {} }, earlier)
  expect(copy).toEqual({ en: { a: 'one', b: 'two', list: [3] }, ko: { a: 'one' }, ja: {} })
  expect(earlier.en).toEqual({ a: 'one', list: [1, 2] })
  expect(ownCopy<object>({ en: { a: 'two' } }, { en: 'text' })).toHaveProperty('en.a', 'two')
})

test('keeps values, arrays and the identity of services', () => {
  const service = { name: 'Chat', attach: () => () => {} }
  const copy = ownCopy({ days: 1, services: [service], none: null, run: service.attach })
  expect(copy).toEqual({ days: 1, services: [service], none: null, run: service.attach })
  expect(copy.services[0]).toBe(service)
  expect(Array.isArray(copy.services)).toBe(true)
})
