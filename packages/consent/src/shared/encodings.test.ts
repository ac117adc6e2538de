import { expect, onTestFinished, test } from 'vitest'
import { toJson } from './encodings.ts'

test('writes arrays as arrays where Prototype.js 1.6 has added its toJSON to arrays', () => {
  Object.assign(Array.prototype, {
    toJSON(this: unknown[]) {
      return `[${this.map(value => JSON.stringify(value)).join(', ')}]`
    },
  })
  onTestFinished(() => void Reflect.deleteProperty(Array.prototype, 'toJSON'))
  const value = { x: ['analytics/Chat'], deep: [{ list: [] }] }
  expect(JSON.stringify(value)).not.toBe('{"x":["analytics/Chat"],"deep":[{"list":[]}]}')
  expect(toJson(value)).toBe('{"x":["analytics/Chat"],"deep":[{"list":[]}]}')
})
