import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { FUZZ, mutated, oddJson, oddText } from '../../../../test/support/fuzz.ts'
import { ID, NAME, SAMPLE } from '../../../../test/support/sample-record.ts'
import { type ConsentRecord, decodeRecord, encodeRecord } from '../core/index.ts'
import { createBackoff, secondsOf } from './backoff.ts'
import { post } from './post.ts'
import { readEntry } from './read-entry.ts'

const CODEC = { encode: encodeRecord, decode: decodeRecord }
const encode = (record: object) => encodeRecord(record as ConsentRecord)

const ENTRY = {
  id: ID,
  record: { ...SAMPLE, x: ['analytics/Chat'], r: ID },
  ends: ID,
  notice: 'text',
}

const entryWith = (part: object, of: object = ENTRY) => JSON.stringify({ ...of, ...part })
const oddField = fc.tuple(
  fc.constantFrom(...Object.keys(ENTRY), '__proto__', 'more'),
  fc.jsonValue(),
)
const oddRecord = fc.tuple(fc.constantFrom(...Object.keys(ENTRY.record), 'ip'), fc.jsonValue())

const entry = fc.oneof(
  mutated(fc.constant([encode(ENTRY.record), ID, 'text'].join('.'))),
  oddRecord.map(([field, odd]) => `${encode({ ...ENTRY.record, [field]: odd })}.${ID}.`),
  fc.tuple(oddText, oddText, oddText).map(parts => parts.join('.')),
  mutated(fc.constant(JSON.stringify(ENTRY))),
  oddField.map(([field, odd]) => entryWith({ [field]: odd })),
  oddRecord.map(([field, odd]) => entryWith({ record: { ...ENTRY.record, [field]: odd } })),
  oddJson.map(json => JSON.stringify(ENTRY).replace('{"analytics":1}', () => json)),
  oddJson,
)

const name = fc.oneof(fc.constant(NAME), mutated(fc.constant(NAME)), oddText)

const RECORD = Object.keys({ ...ENTRY.record, h: '', g: 1 }).filter(field => field !== 'r')

test('whatever localStorage has under a name of the outbox, only valid events are sent, and reading never throws', () => {
  fc.assert(
    fc.property(name, entry, (key, text) => {
      const read = readEntry([key, text], CODEC)
      if (!read) return
      const event = JSON.parse(JSON.stringify(read.event))
      const { v, id, type, receipt, ends, record } = event
      expect(v).toBe(1)
      expect(key.endsWith(`.${id}`)).toBe(true)
      const isGrant = Object.values(record.c).includes(1)
      expect(type).toBe((isGrant ? ['give', 'update'] : ['refuse', 'withdraw'])[ends ? 1 : 0])
      expect(receipt !== undefined).toBe(isGrant)
      for (const one of [receipt, ends]) expect(one ?? ID).toMatch(/^[\w-]{22}$/)
      expect(Object.keys(record).filter(field => !RECORD.includes(field))).toEqual([])
      expect(JSON.stringify(event).length).toBeLessThanOrEqual(8192)
      expect(typeof (read.notice ?? '')).toBe('string')
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    }),
    FUZZ,
  )
})

const reply = fc.record({
  ok: fc.boolean(),
  status: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constantFrom(204, 400, 413, 422, 429, 503)),
  retryAfter: fc.oneof(oddText, fc.integer().map(String), fc.constant(null)),
  body: fc.oneof(
    oddJson,
    fc.jsonValue().map(wanted => JSON.stringify({ wanted })),
    fc.constant(undefined),
  ),
  isResponse: fc.nat({ max: 9 }).map(dice => dice > 0),
})

test('whatever an endpoint answers, an event is delivered, dropped or kept for later, and no promise rejects', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  await fc.assert(
    fc.asyncProperty(reply, async ({ ok, status, retryAfter, body, isResponse }) => {
      const response = {
        ok,
        status,
        headers: { get: () => retryAfter },
        // If `body` is `undefined`, reading the response fails.
        text: async () => body ?? Promise.reject(new TypeError()),
      }
      fetch.mockReset().mockResolvedValue(isResponse ? response : undefined)
      const answer = await post('https://host.example/events', {})
      const isTaken = isResponse && ok && body !== undefined
      const isNever = isResponse && !ok && [400, 413, 422].includes(status)
      expect(answer.outcome).toBe(isTaken ? 'kept' : isNever ? 'never' : 'later')
      expect(Array.isArray(answer.wanted ?? [])).toBe(true)
    }),
    FUZZ,
  )
})

test('whatever `Retry-After` says, the result is a number of seconds that is not negative', () => {
  const now = 1_760_000_000_000
  const date = fc.date().map(at => (Number.isNaN(at.getTime()) ? 'Sun, 31 Feb' : at.toUTCString()))
  const header = fc.oneof(oddText, fc.double().map(String), date, mutated(date), fc.constant(null))
  fc.assert(
    fc.property(header, text => {
      const seconds = secondsOf(text, now)
      expect(Number.isFinite(seconds) && seconds >= 0).toBe(true)
    }),
    FUZZ,
  )
})

test('whatever delay is stored, delivery waits no longer than a day and ten minutes', () => {
  let text = ''
  vi.stubGlobal('localStorage', { getItem: () => text, setItem: () => {}, removeItem: () => {} })
  const backoff = createBackoff('outbox')
  const until = fc
    .tuple(fc.integer(), fc.nat())
    .map(([by, failures]) => `${Date.now() + by} ${failures}`)
  fc.assert(
    fc.property(fc.oneof(until, mutated(until), oddText), kept => {
      text = kept
      const left = backoff.left()
      expect(left >= 0 && left <= 86_400_000 + 600_000).toBe(true)
    }),
    FUZZ,
  )
})
