import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord, MAX_VALIDITY } from './record-codec.ts'

const NOW = 1_760_000_000

/** A short string of characters of any script, as a site may use for names. */
const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const id = fc.stringMatching(/^[\w-]{22}$/)
const categoryName = fc.stringMatching(/^[a-zA-Z][\w-]{0,10}$/)

/** Any record that a decision can make. */
const record = fc
  .record(
    {
      v: fc.constant(1 as const),
      p: text,
      h: id,
      l: text,
      t: fc.integer({ min: 1, max: NOW + DAY }),
      e: fc.integer({ min: 1, max: MAX_VALIDITY }),
      c: fc.dictionary(categoryName, fc.constantFrom(0 as const, 1 as const), { maxKeys: 5 }),
      x: fc.array(text, { maxLength: 3 }),
      m: fc.constantFrom('accept', 'reject', 'custom', 'withdraw', 'gpc' as const),
      s: fc.constantFrom('banner', 'preferences', 'inline', 'api' as const),
      g: fc.constant(1 as const),
      n: fc.integer({ min: 1 }),
      r: id,
    },
    { requiredKeys: ['v', 'p', 'l', 't', 'e', 'c', 'm', 's', 'n'] },
  )
  .map((fields): ConsentRecord => ({ ...fields, e: fields.t + fields.e }) as ConsentRecord)

/** Stored values, changed values, and values that are not records. */
const value = fc.oneof(
  record.map(encodeRecord),
  record.map(fields => btoa(JSON.stringify({ ...fields, p: 'é', l: 'en', x: [] }, null, 1))),
  fc
    .tuple(record, fc.nat({ max: 400 }), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([fields, at, letters]) => {
      const whole = encodeRecord(fields)
      return whole.slice(0, at) + letters + whole.slice(at + letters.length)
    }),
  fc
    .tuple(record, fc.nat({ max: 300 }), fc.string({ unit: 'binary-ascii', maxLength: 2 }))
    .map(([fields, at, letters]) => {
      const json = JSON.stringify({ ...fields, p: '1', l: 'en', x: [] })
      return btoa(json.slice(0, at) + letters + json.slice(at + letters.length))
    }),
  fc.jsonValue().map(json => encodeRecord(json as unknown as ConsentRecord)),
  fc.string({ unit: 'binary', maxLength: 2000 }),
)

const contentOf = (encoded: string): unknown =>
  JSON.parse(atob(encoded.replace(/-/g, '+').replace(/_/g, '/')))

test('every record that a decision can make is decoded unchanged', () => {
  fc.assert(
    fc.property(record, stored => {
      const encoded = encodeRecord(stored)
      expect(encoded).toMatch(/^[\w-]+$/)
      fc.pre(encoded.length < 1024)
      expect(decodeRecord(encoded, NOW)).toEqual(stored)
    }),
    { numRuns: 500 },
  )
})

test('any text is invalid or decodes to exactly the record that it contains, with the declared types [52]', () => {
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0
  fc.assert(
    fc.property(value, stored => {
      const decoded = decodeRecord(stored, NOW)
      if (!decoded) return
      expect(contentOf(encodeRecord(decoded))).toEqual(contentOf(stored))
      const { v, p, h = '-', l, t, e, c, x = [], m, s, g = 1, n, r = '-' } = decoded
      expect([v, g]).toEqual([1, 1])
      expect([p, h, l, m, s, r, ...x].every(isText)).toBe(true)
      expect([t, e, n].every(isCount)).toBe(true)
      expect(Object.values(c).every(answer => answer === 0 || answer === 1)).toBe(true)
      expect(t < e && e - t <= MAX_VALIDITY && t <= NOW + DAY).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
