import { expect, onTestFinished, test } from 'vitest'
import { ID, NOW, SAMPLE } from '../../../../../test/support/sample-record.ts'
import type { DecisionOrigin } from '../store/consent.ts'
import type { ConsentState } from '../store/state.ts'
import {
  type ConsentRecord,
  DAY,
  decodeRecord,
  encodeRecord,
  isSame,
  MAX_VALIDITY,
  nextRecord,
} from './record.ts'

const bare = (value: object) => Object.assign(Object.create(null), value)
const one = { status: 'decided', granted: bare({ analytics: true }), pending: ['ads'] }

test.each<[unknown, unknown, boolean]>([
  [one, { ...one, granted: bare({ analytics: true }), pending: ['ads'] }, true],
  [one, { ...one, granted: bare({ analytics: false }) }, false],
  [one, { ...one, pending: [] }, false],
  [one, { ...one, record: bare({ v: 1 }) }, false],
  [{ ...one, record: bare({ v: 1 }) }, one, false],
  [undefined, one, false],
  [null, undefined, false],
  [null, {}, false],
  [1, {}, false],
  [{}, 1, false],
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

const { t: T, e: E } = SAMPLE

const record: ConsentRecord = { ...SAMPLE, c: { analytics: 1, marketing: 0, videos: 1 }, n: 4 }
const decided = { status: 'decided', record } as const
const outdated = { status: 'outdated', record } as const
const expired = { status: 'expired', record } as const
const gpc = { signals: { gpc: true }, record } as const
const less = { ...decided, without: ['analytics/Chat', 'videos/Player'] }

type Row = [
  about: string,
  state: Partial<ConsentState<string>>,
  answers: Readonly<Record<string, unknown>>,
  expected: Partial<ConsentRecord>,
  origin?: DecisionOrigin,
]

const grant = { analytics: true }
const refuse = { analytics: false }
const NONE = { analytics: 0, marketing: 0, videos: 0 } as const
const banner = { method: 'accept', surface: 'banner', notice: 'hash' } as const

test.each<Row>([
  ['is the first of its browser', {}, grant, { c: { analytics: 1 }, n: 1 }],
  [
    'keeps other answers, also of other pages',
    decided,
    refuse,
    { c: { ...record.c, analytics: 0 } },
  ],
  ['counts on from the record before it', outdated, grant, { n: 5 }],
  ['drops answers to an older policy', outdated, { a: true }, { c: { a: 1 } }],
  ['drops answers that have expired', expired, { a: false }, { c: { a: 0 } }],
  ['drops answers that GPC overrides, and says so [31]', gpc, { a: true }, { c: { a: 1 }, g: 1 }],
  ['refuses for "yes"', {}, { analytics: 'yes' }, { c: { analytics: 0 }, r: undefined }],
  ['refuses for 1', {}, { analytics: 1 }, { c: { analytics: 0 } }],
  ['refuses for {}', {}, { analytics: {} }, { c: { analytics: 0 } }],
  ['refuses for null', {}, { analytics: null }, { c: { analytics: 0 } }],
  ['says how it was made', {}, grant, { m: 'accept', s: 'banner', h: 'hash' }, banner],
  ['has the language of the notice', {}, grant, { l: 'fr' }, { language: 'fr' }],
  ['has the language of the page if no notice names its own', {}, grant, {}, { language: '' }],
  ['has a receipt if it grants anything [19]', {}, { ...grant, a: false }, { r: ID }],
  ['has no receipt if it grants nothing [19]', decided, NONE, { c: NONE, r: undefined }],
  ['leaves out services', {}, grant, { x: ['analytics/A'] }, { without: ['analytics/A', 'b/B'] }],
  ['keeps what was left out', less, { a: true }, { x: less.without }, { without: ['analytics/A'] }],
  ['grants a service again', less, grant, { x: ['videos/Player'] }],
  ['has no empty list', { without: ['analytics/Chat'] }, refuse, { x: undefined }],
])('a record %s', (_, part, answers, expected, origin = {}) => {
  const state: ConsentState<string> = {
    ...{
      status: 'undecided',
      granted: {},
      without: [],
      keys: [],
      pending: [],
      refused: [],
      language: 'ko',
    },
    signals: { gpc: false },
    ...part,
  } as const
  const made = nextRecord(state, Object.entries(answers), origin, '2', T, E, ID)
  const always = { v: 1, p: '2', l: 'ko', t: T, e: E, m: 'custom', s: 'api' }
  expect(made).toMatchObject({ ...always, ...expected })
  expect(made.c).toEqual(expected.c ?? made.c)
})

const recordWith = (changes: object = {}): ConsentRecord => ({ ...SAMPLE, ...changes })
const encode = (changes: object = {}) => encodeRecord(recordWith(changes))

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
  expect(decoded).toEqual(recordWith(changes))
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
  const room = 768 - JSON.stringify(recordWith({ r: '' })).length
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
  const hostile = JSON.stringify(recordWith()).replace('"analytics":1', '"__proto__":1')
  for (const value of [encode({ c: {} }), btoa(hostile)])
    expect(decodeRecord(value, NOW)?.c['analytics']).toBeUndefined()
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})
