import { expect, test } from 'vitest'
import { intercept } from './intercept.ts'

const builtIn = () => ({
  send: () => 'sent',
  get src() {
    return 'old'
  },
  set src(_: string) {},
})

test('does nothing for a property that is missing, not configurable or neither method nor setter', () => {
  const fixed = Object.freeze({ send: () => 'fixed' })
  for (const target of [fixed, {}, { send: 'text' }, undefined]) {
    const before = target && { ...target }
    intercept(target, 'send', () => () => 'answer')()
    expect(target).toEqual(before)
  }
  expect(fixed.send()).toBe('fixed')
})

test('properties added to Object.prototype are not part of a descriptor [49]', () => {
  const polluted = { value: 'x', set: 'x', writable: true }
  const target = builtIn()
  const results: unknown[] = []
  Object.assign(Object.prototype, polluted)
  try {
    for (const name of ['send', 'src'] as const) intercept(target, name, () => () => 'ours')
    results.push(target.send(), target.src)
  } finally {
    // `Object.prototype` is cleaned first, since `expect` does not work before.
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
  }
  expect(results).toEqual(['ours', 'old'])
})
