import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRecord, encodeRecord } from '../../../packages/consent/src/core/record/record.ts'
import { DAY, NOW, randomId } from '../test/samples.ts'
import { post, startApp } from '../test/start-app.ts'
import { canonicalJson } from './canonical-json.ts'

/** Returns a generator for a field of a record: mostly valid values, sometimes invalid ones. */
const field = <Value>(good: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue() })

const name = fc.stringMatching(/^[a-z][\w-]{0,12}$/)
const answers = fc.dictionary(name, fc.constantFrom(0, 1), { maxKeys: 4 })
const id = fc.stringMatching(/^[\w-]{22}$/)

const record = fc.record(
  {
    v: field(fc.constant(1)),
    p: field(fc.string({ minLength: 1, maxLength: 40 })),
    h: field(id),
    l: field(fc.constantFrom('ko', 'en-GB', 'zh-Hant-TW', 'x')),
    t: field(fc.integer({ min: NOW - 600 * DAY, max: NOW + 2 * DAY })),
    e: field(fc.integer({ min: NOW - DAY, max: NOW + 500 * DAY })),
    c: field(answers),
    x: field(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 3 }),
    ),
    m: field(fc.constantFrom('accept', 'reject', 'custom', 'withdraw', 'gpc')),
    s: field(fc.constantFrom('banner', 'preferences', 'inline', 'api')),
    g: field(fc.constant(1)),
    n: field(fc.integer({ min: 1, max: 99 })),
  },
  { requiredKeys: ['v', 'p', 'l', 't', 'e', 'c', 'm', 's', 'n'] },
)

const event = fc
  .record({ record, type: fc.constantFrom('give', 'update', 'withdraw', 'refuse') })
  .map(({ record, type }) => ({
    v: 1,
    id: randomId(),
    type,
    ...(type === 'give' || type === 'update' ? { receipt: randomId() } : {}),
    ...(type === 'update' || type === 'withdraw' ? { ends: randomId() } : {}),
    record,
  }))

test('the log accepts exactly the records that the SDK accepts, and stores them unchanged', async () => {
  const { app, log } = await startApp({ rateLimit: 1_000_000 })
  let taken = 0
  await fc.assert(
    fc.asyncProperty(event, async document => {
      const answer = await post(app, document)
      expect([201, 400, 422]).toContain(answer.statusCode)
      if (answer.statusCode !== 201) return
      taken += 1
      const sent = JSON.parse(JSON.stringify(document))
      const { seq } = await log.head()
      expect((await log.after(seq - 1, 1))[0]?.content).toBe(canonicalJson(sent))
      const value = encodeRecord(sent.record)
      if (value.length < 1024) expect(decodeRecord(value, NOW)).toBeDefined()
    }),
    { numRuns: 1000, seed: 1 },
  )
  expect(taken).toBeGreaterThan(50)
})
