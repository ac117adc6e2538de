import { expect, onTestFinished, test } from 'vitest'
import { toJson } from './to-json.ts'

/** Adds what Prototype.js 1.6 adds to arrays. */
const addToJson = () => {
  Object.assign(Array.prototype, {
    toJSON(this: unknown[]) {
      return `[${this.map(value => JSON.stringify(value)).join(', ')}]`
    },
  })
  onTestFinished(() => void Reflect.deleteProperty(Array.prototype, 'toJSON'))
}

test('writes lists as lists where a page has put a toJSON on arrays', () => {
  addToJson()
  const value = { x: ['analytics/Chat'], deep: [{ list: [] }] }
  expect(JSON.stringify(value)).not.toBe('{"x":["analytics/Chat"],"deep":[{"list":[]}]}')
  expect(toJson(value)).toBe('{"x":["analytics/Chat"],"deep":[{"list":[]}]}')
})

test('leaves out what is undefined', () => {
  expect(toJson({ a: 1, b: undefined })).toBe('{"a":1}')
})
