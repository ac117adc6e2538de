import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { FUZZ, mutated, oddJson, oddText } from '../../../../../test/support/fuzz.ts'
import { ID, NOW, SAMPLE } from '../../../../../test/support/sample-record.ts'
import { toBase64url } from '../../shared/encodings.ts'
import {
  type ConsentRecord,
  DAY,
  decodeRecord,
  encodeRecord,
  MAX_VALIDITY,
} from '../record/record.ts'
import { createStore } from '../store/create-store.ts'
import { parseConsent } from '../store/parse-consent.ts'
import { memoryStorage } from '../store/ports.ts'
import { createHistory } from './history.ts'

const OPTIONS = { policy: { version: '2' }, categories: { analytics: {} } }
const PORTS = { now: () => NOW, signals: { gpc: false } }

const GRANT: ConsentRecord = {
  ...{ ...SAMPLE, p: '2', h: ID, t: NOW - 1000, e: NOW + 1000 },
  ...{ x: ['analytics/Chat'], g: 1, n: 3, r: ID },
}

const encode = (json: string): string =>
  toBase64url(String.fromCharCode(...new TextEncoder().encode(json)))

const oneField = fc.constantFrom(...(Object.keys(GRANT) as (keyof typeof GRANT)[]))

/** Generates times near a limit of a record's validity, and times that no clock shows. */
const oddTime = fc.oneof(
  fc
    .integer({ min: -2, max: 2 })
    .chain(by =>
      fc.constantFrom(NOW, NOW + DAY, NOW - MAX_VALIDITY, NOW + MAX_VALIDITY).map(at => at + by),
    ),
  fc.constantFrom(0, -1, 0.5, 1e300, Number.MAX_SAFE_INTEGER, 8.64e12),
)

/** Generates cookie values: mostly a record that grants, valid or with a small fault. */
const value = fc.oneof(
  mutated(fc.constant(encodeRecord(GRANT))),
  mutated(fc.constant(JSON.stringify(GRANT))).map(encode),
  fc
    .tuple(oneField, fc.jsonValue())
    .map(([field, odd]) => encode(JSON.stringify({ ...GRANT, [field]: odd }))),
  fc.tuple(oddTime, oddTime).map(([t, e]) => encode(JSON.stringify({ ...GRANT, t, e }))),
  oddJson.map(json => encode(JSON.stringify(GRANT).replace('{"analytics":1}', () => json))),
  oddJson.map(encode),
  oddText,
)

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const id = fc.stringMatching(/^[\w-]{22}$/)

const record = fc
  .record(
    {
      ...{ v: fc.constant(1), p: text, h: id, l: text, x: fc.array(text, { maxLength: 3 }) },
      t: fc.integer({ min: 1, max: NOW + DAY }),
      e: fc.integer({ min: 1, max: MAX_VALIDITY }),
      c: fc.dictionary(fc.stringMatching(/^[a-zA-Z][\w-]{0,10}$/), fc.constantFrom(0, 1), {
        maxKeys: 5,
      }),
      m: fc.constantFrom('accept', 'reject', 'custom', 'withdraw', 'gpc'),
      s: fc.constantFrom('banner', 'preferences', 'inline', 'api'),
      ...{ g: fc.constant(1), n: fc.integer({ min: 1 }), r: id },
    },
    { requiredKeys: ['v', 'p', 'l', 't', 'e', 'c', 'm', 's', 'n'] },
  )
  .map(fields => ({ ...fields, e: fields.t + fields.e }) as ConsentRecord)

const contentOf = (encoded: string): unknown =>
  JSON.parse(atob(encoded.replace(/-/g, '+').replace(/_/g, '/')))

const isCount = (number: unknown) => Number.isSafeInteger(number) && Number(number) > 0
const isText = (text: unknown) => typeof text === 'string' && text !== ''

const bare = (value: object) => Object.assign(Object.create(null), value)

/** Decodes a value without the SDK, and says whether it is a valid record that grants analytics. */
const isGrant = (text: string): boolean => {
  try {
    const record = contentOf(text) as object
    const { v, p, h, l, t, e, c, x = [], m, s, g, n, r } = bare(record)
    return (
      text.length < 1024 &&
      [v, p, Object.getOwnPropertyDescriptor(c, 'analytics')?.value].join() === '1,2,1' &&
      [v, c.analytics, ...Object.values(c)].every(answer => answer === 0 || answer === 1) &&
      Array.isArray(x) &&
      [p, l, ...x].every(isText) &&
      // A category in the list `x` of refused services is not granted.
      !x.includes('analytics') &&
      [t, e, n].every(isCount) &&
      t <= NOW + DAY &&
      NOW < e &&
      t < e &&
      e - t <= MAX_VALIDITY &&
      ['accept', 'reject', 'custom', 'withdraw', 'gpc'].includes(m) &&
      ['banner', 'preferences', 'inline', 'api'].includes(s) &&
      (h === undefined || (isText(h) && /^[\w-]{22}$/.test(h))) &&
      (g === undefined || g === 1) &&
      (r === undefined || isText(r))
    )
  } catch {
    return false
  }
}

const expectUnpolluted = () => {
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  expect('analytics' in {}).toBe(false)
}

test('every record that a decision can make is decoded unchanged', () => {
  fc.assert(
    fc.property(record, stored => {
      const encoded = encodeRecord(stored)
      expect(encoded).toMatch(/^[\w-]+$/)
      fc.pre(encoded.length < 1024)
      expect(decodeRecord(encoded, NOW)).toEqual(stored)
    }),
    FUZZ,
  )
})

test('any text is invalid or decodes to exactly the record that it contains, with the declared types [52]', () => {
  fc.assert(
    fc.property(value, text => {
      const decoded = decodeRecord(text, NOW)
      if (!decoded) return
      expect(contentOf(encodeRecord(decoded))).toEqual(contentOf(text))
      const { v, p, h = '-', l, t, e, c, x = [], m, s, g = 1, n, r = '-' } = decoded
      expect([v, g]).toEqual([1, 1])
      expect([p, h, l, m, s, r, ...x].every(isText)).toBe(true)
      expect([t, e, n].every(isCount)).toBe(true)
      expect(Object.values(c).every(answer => answer === 0 || answer === 1)).toBe(true)
      expect(t < e && e - t <= MAX_VALIDITY && t <= NOW + DAY).toBe(true)
    }),
    FUZZ,
  )
})

const VALUE = encodeRecord(GRANT)
const JSON_TEXT = JSON.stringify(GRANT)
const replaced = (part: object) => encodeRecord({ ...GRANT, ...part })

/** Lists of values, made of one that grants, that grant nothing. */
const ODD: readonly (readonly string[])[] = [
  ...['', '\0', '\ud800', '한', VALUE.slice(0, 40), VALUE.slice(40)].map(text => [text]),
  ...['%', '.', '$', '"', '@', '한'].map(letter => [
    `${VALUE.slice(0, 9)}${letter}${VALUE.slice(10)}`,
  ]),
  ...[btoa(VALUE), JSON_TEXT, encodeURIComponent(JSON_TEXT), `"${VALUE}"`].map(text => [text]),
  // Answers and a field that are inherited from a prototype.
  ...['__proto__', 'constructor'].map(name => [
    btoa(JSON_TEXT.replace('{"analytics":1}', `{"${name}":{"analytics":1}}`)),
  ]),
  [btoa(JSON_TEXT.replace('"n":3', '"__proto__":{"n":3}'))],
  [replaced({ r: 'x'.repeat(1024) })],
  [VALUE, replaced({ n: 4 })],
  [replaced({ n: 4 }), VALUE],
  [VALUE, 'x'],
]

test('for any stored cookies pages and servers grant what one valid record grants and nothing else, and never throw [49, 52]', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 3 }), values => {
      const header = values.map(text => `spaceone_consent=${text}`).join('; ')
      const found = header
        .split(';')
        .map(pair => pair.trim())
        .filter(pair => pair.startsWith('spaceone_consent='))
        .map(pair => pair.slice('spaceone_consent='.length))
      const expected = new Set(found).size === 1 && isGrant(found[0] ?? '')
      const page = createStore(OPTIONS, { ...PORTS, storage: memoryStorage(...found) })
      for (const consent of [page, parseConsent(header, OPTIONS, PORTS)])
        expect(consent.isGranted('analytics')).toBe(expected)
      expectUnpolluted()
    }),
    { ...FUZZ, examples: [[VALUE], ...ODD].map(values => [[...values]]) },
  )
  expect(ODD.filter(values => values.length === 1 && values.every(isGrant))).toEqual([])
  expect(isGrant(VALUE)).toBe(true)
})

const stored = fc.oneof(
  fc.array(value, { maxLength: 5 }).map(values => JSON.stringify(values)),
  fc.array(fc.oneof(value, fc.jsonValue()), { maxLength: 5 }).map(list => JSON.stringify(list)),
  mutated(fc.constant(JSON.stringify([encodeRecord(GRANT), encodeRecord(GRANT)]))),
  oddJson,
)

test('for any stored history only valid records are returned, and nothing throws', () => {
  let text = ''
  vi.stubGlobal('localStorage', { getItem: () => text })
  const history = createHistory(undefined, 365, PORTS.now)
  fc.assert(
    fc.property(stored, odd => {
      text = odd
      for (const { v, t, e, c } of history.read()) {
        expect(v).toBe(1)
        expect(t <= NOW + DAY && t < e && e - t <= MAX_VALIDITY && e + 365 * DAY > NOW).toBe(true)
        expect(Object.values(c).every(answer => answer === 0 || answer === 1)).toBe(true)
      }
      expectUnpolluted()
    }),
    FUZZ,
  )
})
