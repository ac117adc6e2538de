import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOW } from '../../../../../test/support/sample-record.ts'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord, MAX_VALIDITY } from './record-codec.ts'

// stored.fuzz.test.ts shows what any other text decodes to.

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
