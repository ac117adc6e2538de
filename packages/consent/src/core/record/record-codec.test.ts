import { expect, test } from 'vitest'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord, MAX_VALIDITY } from './record-codec.ts'

const NOW = 1_760_000_000

const record = (changes: object = {}): ConsentRecord =>
  ({
    v: 1,
    p: '2024-01-18',
    l: 'ko',
    t: NOW,
    e: NOW + 180 * DAY,
    c: { analytics: 1, marketing: 0 },
    m: 'custom',
    s: 'preferences',
    n: 3,
    ...changes,
  }) as ConsentRecord

const encode = (value: unknown) => encodeRecord(value as ConsentRecord)

test('decodes the encoded record', () => {
  expect(decodeRecord(encodeRecord(record()), NOW)).toEqual(record())
})

test('accepts records with and without notice hash, signal and receipt', () => {
  const full = record({ h: 'abcdefghijklmnopqrstuv', g: 1, r: 'f3b1', x: ['analytics/채널톡'] })
  expect(decodeRecord(encodeRecord(full), NOW)).toEqual(full)
})

test('decodes characters of every script, and values for which base64 uses + or /', () => {
  const odd = record({ p: '>>>???', x: ['analytics/Café', 'analytics/채널톡'] })
  const value = encodeRecord(odd)
  expect(value).toMatch(/-.*_|_.*-/)
  expect(decodeRecord(value, NOW)).toEqual(odd)
})

test('a record of twenty categories of forty letters is base64url of at most one kilobyte [53]', () => {
  const c = Object.fromEntries([...'abcdefghijklmno'].map(letter => [letter.repeat(30), 0]))
  const value = encodeRecord(record({ c }))
  expect(value).toMatch(/^[\w-]{1,1023}$/)
  expect(decodeRecord(value, NOW)?.c).toEqual(c)
})

test('returns a frozen record', () => {
  const decoded = decodeRecord(encodeRecord(record()), NOW)
  expect(Object.isFrozen(decoded)).toBe(true)
  expect(Object.isFrozen(decoded?.c)).toBe(true)
  expect(Object.isFrozen(decodeRecord(encodeRecord(record({ x: ['a/b'] })), NOW)?.x)).toBe(true)
})

test('accepts a record from up to a day in the future', () => {
  expect(decodeRecord(encodeRecord(record()), NOW - DAY)).toBeDefined()
  expect(decodeRecord(encodeRecord(record()), NOW - DAY - 1)).toBeUndefined()
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
  ['a long notice hash', { h: 'abcdefghijklmnopqrstuvw' }],
  ['a notice hash that is not a string', { h: 1 }],
  ['a notice hash in an array', { h: ['abcdefghijklmnopqrstuv'] }],
  ['a receipt that is not a string', { r: 1 }],
  ['no counter', { n: undefined }],
  ['a counter of zero', { n: 0 }],
])('rejects a record with %s', (_, changes) => {
  expect(decodeRecord(encode(record(changes)), NOW)).toBeUndefined()
})

test.each(['', '%', 'e30', 'bnVsbA', 'W10', 'MQ', 'ImEi', '�', 'a'.repeat(5000)])(
  'rejects the value %j',
  value => {
    expect(decodeRecord(value, NOW)).toBeUndefined()
  },
)

test('accepts a value of less than a kilobyte and rejects one of a kilobyte [53]', () => {
  const room = 768 - JSON.stringify(record({ r: '' })).length
  const [longest, tooLong] = [room - 1, room].map(length =>
    encode(record({ r: 'r'.repeat(length) })),
  )
  expect([longest?.length, tooLong?.length]).toEqual([1023, 1024])
  expect(decodeRecord(longest ?? '', NOW)).toBeDefined()
  expect(decodeRecord(tooLong ?? '', NOW)).toBeUndefined()
})

test('reads no answer and no field from a polluted prototype [49]', () => {
  const prototype = Object.prototype as Record<string, unknown>
  Object.assign(prototype, { analytics: 1, n: 1 })
  try {
    expect(decodeRecord(encode({ ...record(), n: undefined }), NOW)).toBeUndefined()
    expect(decodeRecord(encodeRecord(record({ c: {} })), NOW)?.c['analytics']).toBeUndefined()
  } finally {
    delete prototype['analytics']
    delete prototype['n']
  }
})

test('does not change Object.prototype when a category is named __proto__ [49]', () => {
  const hostile = JSON.stringify(record()).replace('"analytics":1', '"__proto__":1')
  expect(decodeRecord(btoa(hostile), NOW)?.c['analytics']).toBeUndefined()
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})
