import { expect, onTestFinished, test } from 'vitest'
import { ID, NOW, SAMPLE } from '../../../../../test/support/sample-record.ts'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord, MAX_VALIDITY } from './record-codec.ts'

/** Returns a record with changes, which may be invalid. */
const record = (changes: object = {}): ConsentRecord => ({ ...SAMPLE, ...changes })
const encode = (changes: object = {}) => encodeRecord(record(changes))

test.each<[string, object]>([
  ['one without notice hash, signal and receipt', {}],
  ['one with all fields', { h: ID, g: 1, r: 'f3b1', x: ['analytics/채널톡'] }],
  ['characters for which base64 uses + and /', { p: '>>>???', x: ['analytics/Café'] }],
  [
    'fifteen categories of thirty letters, in one kilobyte [53]',
    { c: Object.fromEntries([...'abcdefghijklmno'].map(letter => [letter.repeat(30), 0])) },
  ],
])('decodes an encoded record, which is base64url and then frozen: %s', (_, changes) => {
  const value = encode(changes)
  expect(value).toMatch(/^[\w-]{1,1023}$/)
  const decoded = decodeRecord(value, NOW)
  expect(decoded).toEqual(record(changes))
  for (const part of [decoded, decoded?.c, decoded?.x]) expect(Object.isFrozen(part)).toBe(true)
})

test('accepts a record from up to a day in the future', () => {
  expect(decodeRecord(encode(), NOW - DAY)).toBeDefined()
  expect(decodeRecord(encode(), NOW - DAY - 1)).toBeUndefined()
})

test.each([
  ['another schema', { v: 2 }],
  ['a schema as a string', { v: '1' }],
  ['refused services as a string', { x: 'analytics/Chat' }],
  ['a refused service that is not a string', { x: ['analytics/Chat', 1] }],
  ['a refused service without a name', { x: [''] }],
  ['no policy version', { p: undefined }],
  ['an empty policy version', { p: '' }],
  ['no language', { l: undefined }],
  ['a time that is not an integer', { t: NOW + 0.5 }],
  ['a time before the epoch', { t: -1 }],
  ['an expiry before the decision', { e: NOW - 1 }],
  ['an expiry at the time of the decision', { e: NOW }],
  ['an expiry after more than 400 days', { e: NOW + MAX_VALIDITY + 1 }],
  ['no answers', { c: undefined }],
  ['answers that are null', { c: null }],
  ['answers in an array', { c: [1] }],
  ['an answer that is true', { c: { analytics: true } }],
  ['an answer that is a string', { c: { analytics: '1' } }],
  ['a string answer beside a valid one', { c: { analytics: '1', marketing: 1 } }],
  ['an unknown method', { m: 'scroll' }],
  ['a method with characters before it', { m: 'no accept' }],
  ['a method with characters behind it', { m: 'accepted' }],
  ['an unknown surface', { s: 'cookie wall' }],
  ['a surface with characters before it', { s: 'no banner' }],
  ['a surface with characters behind it', { s: 'banners' }],
  ['a signal other than 1', { g: 2 }],
  ['a short notice hash', { h: 'abc' }],
  ['a long notice hash', { h: `${ID}w` }],
  ['a notice hash that is not a string', { h: 1 }],
  ['a notice hash in an array', { h: [ID] }],
  ['a receipt that is not a string', { r: 1 }],
  ['no counter', { n: undefined }],
  ['a counter of zero', { n: 0 }],
])('rejects a record with %s', (_, changes) => {
  expect(decodeRecord(encode(changes), NOW)).toBeUndefined()
})

test.each(['', '%', 'e30', 'bnVsbA', 'W10', 'MQ', 'ImEi', '�', 'a'.repeat(5000)])(
  'rejects the value %j',
  value => expect(decodeRecord(value, NOW)).toBeUndefined(),
)

test('accepts a value of less than a kilobyte and rejects one of a kilobyte [53]', () => {
  const room = 768 - JSON.stringify(record({ r: '' })).length
  const [longest = '', tooLong = ''] = [room - 1, room].map(size => encode({ r: 'r'.repeat(size) }))
  expect([longest.length, tooLong.length]).toEqual([1023, 1024])
  expect(decodeRecord(longest, NOW)).toBeDefined()
  expect(decodeRecord(tooLong, NOW)).toBeUndefined()
})

test('reads no answer and no field from a polluted prototype, and pollutes none [49]', () => {
  Object.assign(Object.prototype, { analytics: 1, n: 1 })
  onTestFinished(() => {
    for (const name of ['analytics', 'n']) Reflect.deleteProperty(Object.prototype, name)
  })
  expect(decodeRecord(encode({ n: undefined }), NOW)).toBeUndefined()
  const hostile = JSON.stringify(record()).replace('"analytics":1', '"__proto__":1')
  for (const value of [encode({ c: {} }), btoa(hostile)])
    expect(decodeRecord(value, NOW)?.c['analytics']).toBeUndefined()
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})
