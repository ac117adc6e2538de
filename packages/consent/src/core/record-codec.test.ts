import { expect, test } from 'vitest'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord, LONGEST } from './record-codec.ts'

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

test('gives back what was stored', () => {
  expect(decodeRecord(encodeRecord(record()), NOW)).toEqual(record())
})

test('accepts records with and without notice hash, signal and receipt', () => {
  const full = record({ h: 'abcdefghijklmnopqrstuv', g: 1, r: 'f3b1', x: ['analytics/채널톡'] })
  expect(decodeRecord(encodeRecord(full), NOW)).toEqual(full)
})

test('gives back letters of every script, and what base64 has a sign for that no cookie takes', () => {
  const odd = record({ p: '>>>???', x: ['analytics/Café', 'analytics/채널톡'] })
  const value = encodeRecord(odd)
  expect(value).toMatch(/-.*_|_.*-/)
  expect(decodeRecord(value, NOW)).toEqual(odd)
})

test('stays within base64url and one kilobyte for twenty categories of forty letters [53]', () => {
  const c = Object.fromEntries([...'abcdefghijklmno'].map(letter => [letter.repeat(30), 0]))
  const value = encodeRecord(record({ c }))
  expect(value).toMatch(/^[\w-]{1,1023}$/)
  expect(decodeRecord(value, NOW)?.c).toEqual(c)
})

test('gives a record that cannot be changed', () => {
  const decoded = decodeRecord(encodeRecord(record()), NOW)
  expect(Object.isFrozen(decoded)).toBe(true)
  expect(Object.isFrozen(decoded?.c)).toBe(true)
  expect(Object.isFrozen(decodeRecord(encodeRecord(record({ x: ['a/b'] })), NOW)?.x)).toBe(true)
})

test('takes a clock that is a day apart, not more', () => {
  expect(decodeRecord(encodeRecord(record()), NOW - DAY)).toBeDefined()
  expect(decodeRecord(encodeRecord(record()), NOW - DAY - 1)).toBeUndefined()
})

test.each([
  ['another schema', { v: 2 }],
  ['a schema as text', { v: '1' }],
  ['services left out as text', { x: 'analytics/Chat' }],
  ['a service left out that is no text', { x: ['analytics/Chat', 1] }],
  ['a service left out without a name', { x: [''] }],
  ['no policy version', { p: undefined }],
  ['an empty policy version', { p: '' }],
  ['no language', { l: undefined }],
  ['a time that is no whole number', { t: NOW + 0.5 }],
  ['a time before the epoch', { t: -1 }],
  ['an end before the beginning', { e: NOW - 1 }],
  ['an end at the beginning', { e: NOW }],
  ['an end after more than 400 days', { e: NOW + LONGEST + 1 }],
  ['no answers', { c: undefined }],
  ['answers that are null', { c: null }],
  ['answers in an array', { c: [1] }],
  ['an answer that is true', { c: { analytics: true } }],
  ['an answer that is text', { c: { analytics: '1' } }],
  ['an answer that is text beside one that is none', { c: { analytics: '1', marketing: 1 } }],
  ['an unknown method', { m: 'scroll' }],
  ['a method with more before it', { m: 'no accept' }],
  ['a method with more behind it', { m: 'accepted' }],
  ['an unknown surface', { s: 'cookie wall' }],
  ['a surface with more before it', { s: 'no banner' }],
  ['a surface with more behind it', { s: 'banners' }],
  ['a signal that is no signal', { g: 2 }],
  ['a short notice hash', { h: 'abc' }],
  ['a long notice hash', { h: 'abcdefghijklmnopqrstuvw' }],
  ['a notice hash that is no text', { h: 1 }],
  ['a notice hash in an array', { h: ['abcdefghijklmnopqrstuv'] }],
  ['a receipt that is no text', { r: 1 }],
  ['no counter', { n: undefined }],
  ['a counter of zero', { n: 0 }],
])('treats %s as no decision', (_, changes) => {
  expect(decodeRecord(encode(record(changes)), NOW)).toBeUndefined()
})

test.each(['', '%', 'e30', 'bnVsbA', 'W10', 'MQ', 'ImEi', '�', 'a'.repeat(5000)])(
  'treats the value %j as no decision',
  value => {
    expect(decodeRecord(value, NOW)).toBeUndefined()
  },
)

test('takes a value of less than a kilobyte, and treats one of a kilobyte as no decision [53]', () => {
  const room = 768 - JSON.stringify(record({ r: '' })).length
  const [short, long] = [room - 1, room].map(length => encode(record({ r: 'r'.repeat(length) })))
  expect([short?.length, long?.length]).toEqual([1023, 1024])
  expect(decodeRecord(short ?? '', NOW)).toBeDefined()
  expect(decodeRecord(long ?? '', NOW)).toBeUndefined()
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

test('leaves Object.prototype alone when the answers name it [49]', () => {
  const hostile = JSON.stringify(record()).replace('"analytics":1', '"__proto__":1')
  expect(decodeRecord(btoa(hostile), NOW)?.c['analytics']).toBeUndefined()
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})
