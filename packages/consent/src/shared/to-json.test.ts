import { expect, onTestFinished, test } from 'vitest'
import { toJson } from './to-json.ts'

/** Adds the `toJSON` of Prototype.js 1.6 to arrays. */
const addToJson = () => {
  Object.assign(Array.prototype, {
    toJSON(this: unknown[]) {
      return `[${this.map(value => JSON.stringify(value)).join(', ')}]`
    },
  })
  onTestFinished(() => void Reflect.deleteProperty(Array.prototype, 'toJSON'))
}

test('writes arrays as arrays when a page has added a toJSON to arrays', () => {
  addToJson()
  const value = { x: ['analytics/Chat'], deep: [{ list: [] }] }
  expect(JSON.stringify(value)).not.toBe('{"x":["analytics/Chat"],"deep":[{"list":[]}]}')
  expect(toJson(value)).toBe('{"x":["analytics/Chat"],"deep":[{"list":[]}]}')
})
