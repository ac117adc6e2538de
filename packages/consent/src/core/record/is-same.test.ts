import { expect, onTestFinished, test } from 'vitest'
import { isSame } from './is-same.ts'

const bare = (value: object) => Object.assign(Object.create(null), value)
const state = { status: 'decided', granted: bare({ analytics: true }), pending: ['ads'] }

test.each([
  [state, { ...state, granted: bare({ analytics: true }), pending: ['ads'] }, true],
  [state, { ...state, granted: bare({ analytics: false }) }, false],
  [state, { ...state, pending: [] }, false],
  [state, { ...state, record: bare({ v: 1 }) }, false],
  [{ ...state, record: bare({ v: 1 }) }, state, false],
  [undefined, state, false],
  [null, undefined, false],
])('returns false for a difference at any depth, otherwise true (%#)', (one, other, isEqual) => {
  expect(isSame(one, other)).toBe(isEqual)
})

test('does not use properties that a page has added to Object.prototype', () => {
  onTestFinished(() => {
    for (const name of ['toJSON', 'deep']) Reflect.deleteProperty(Object.prototype, name)
  })
  // Every object now inherits a `deep` that is nested without end.
  Object.assign(Object.prototype, { toJSON: () => 1, deep: {} })
  expect(isSame({ granted: true }, { granted: false })).toBe(false)
  expect(isSame({ granted: true }, { granted: true })).toBe(true)
})
