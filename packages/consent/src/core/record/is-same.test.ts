import { expect, onTestFinished, test } from 'vitest'
import { isSame } from './is-same.ts'

const bare = (value: object) => Object.assign(Object.create(null), value)

test('returns false for a difference at any depth, otherwise true', () => {
  const state = { status: 'decided', granted: bare({ analytics: true }), pending: ['ads'] }
  expect(isSame(state, { ...state, granted: bare({ analytics: true }), pending: ['ads'] })).toBe(
    true,
  )
  expect(isSame(state, { ...state, granted: bare({ analytics: false }) })).toBe(false)
  expect(isSame(state, { ...state, pending: [] })).toBe(false)
  expect(isSame(state, { ...state, record: bare({ v: 1 }) })).toBe(false)
  expect(isSame({ ...state, record: bare({ v: 1 }) }, state)).toBe(false)
  expect(isSame(undefined, state)).toBe(false)
  expect(isSame(null, undefined)).toBe(false)
})

test('does not use properties that a page has added to Object.prototype', () => {
  const { prototype } = Object as unknown as { prototype: Record<string, unknown> }
  onTestFinished(() => {
    delete prototype['toJSON']
    delete prototype['deep']
  })
  prototype['toJSON'] = () => 1
  // Every object now inherits a `deep` that is nested without end.
  prototype['deep'] = {}
  expect(isSame({ granted: true }, { granted: false })).toBe(false)
  expect(isSame({ granted: true }, { granted: true })).toBe(true)
})
