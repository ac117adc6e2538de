import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('canonical JSON has sorted names, also names that look like numbers, and no spaces', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ä' }], 9: true, 10: '"', a: {} })).toBe(
    '{"10":"\\"","9":true,"a":{},"b":[1,{"c":"ä","d":null}]}',
  )
})

test('canonical JSON means the same as JSON.stringify, whatever the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const plain = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
    }),
  )
})

test('equal values give the same canonical JSON, whatever the order of their names', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled)
    if (value === null || typeof value !== 'object') return value
    const members = Object.entries(value).map(([name, member]) => [name, shuffled(member)] as const)
    return Object.fromEntries(members.reverse())
  }
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
    }),
  )
})
