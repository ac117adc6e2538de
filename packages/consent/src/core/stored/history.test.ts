// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { ConsentRecord } from '../record/record.ts'
import { DAY, encodeRecord } from '../record/record-codec.ts'
import { createHistory } from './history.ts'

const NOW = 1_760_000_000
const KEY = 'spaceone_consent.history'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

const create = (days = 365, now = NOW) => createHistory(undefined, days, () => now)

const record = (n: number, changes: Partial<ConsentRecord> = {}): ConsentRecord => ({
  v: 1,
  p: '2',
  l: 'en',
  t: NOW - 1000 + n,
  e: NOW + 180 * DAY,
  c: { analytics: 1 },
  m: 'custom',
  s: 'banner',
  n,
  ...changes,
})

const counts = (history = create()) => history.read().map(({ n }) => n)

test('returns the newest decision first, also after a reload [20]', () => {
  create().add(record(1))
  create().add(record(2))
  expect(counts()).toEqual([2, 1])
})

test('keeps no receipt id [19]', () => {
  create().add(record(1, { r: 'abcdefghijklmnopqrstuv' }))
  expect(create().read()).toEqual([record(1)])
  expect(atob(JSON.parse(localStorage.getItem(KEY) as string)[0])).not.toContain('abcdefghij')
})

test('keeps fifty decisions and drops the oldest', () => {
  for (let n = 1; n <= 51; n += 1) create().add(record(n))
  expect(counts()).toHaveLength(50)
  expect(counts()).not.toContain(1)
})

test('stores and reads at most fifty entries, also of a longer stored list', () => {
  const values = Array.from({ length: 60 }, (_, n) => encodeRecord(record(n + 1)))
  localStorage.setItem(KEY, JSON.stringify(values))
  expect(counts()).toHaveLength(50)
  create().add(record(61))
  expect(JSON.parse(localStorage.getItem(KEY) as string)).toHaveLength(50)
})

test('omits a decision when its retention ends, and deletes it at the next add() [20]', () => {
  create().add(record(1, { e: NOW + DAY }))
  create().add(record(2, { e: NOW + 3 * DAY }))
  const later = NOW + 367 * DAY
  expect(counts(create(365, later))).toEqual([2])
  expect(JSON.parse(localStorage.getItem(KEY) as string)).toHaveLength(2)
  create(365, later).add()
  expect(JSON.parse(localStorage.getItem(KEY) as string)).toHaveLength(1)
})

test('keeps a decision until the second before its retention ends [20]', () => {
  create().add(record(1, { e: NOW + DAY }))
  const end = NOW + 366 * DAY
  expect(counts(create(365, end - 1))).toEqual([1])
  expect(counts(create(365, end))).toEqual([])
})

test('writes nothing when no decision is to be kept', () => {
  create().add()
  expect(localStorage.getItem(KEY)).toBeNull()
})

test.each(['', '{', 'null', '1', '{"length":9}', '["a", 1, null, {}, []]'])(
  'returns no decision when %j is stored',
  text => {
    localStorage.setItem(KEY, text)
    expect(create().read()).toEqual([])
    create().add(record(1))
    expect(counts()).toEqual([1])
  },
)

test('omits invalid entries and returns the others', () => {
  const future = record(3, { t: NOW + 2 * DAY, e: NOW + 3 * DAY })
  localStorage.setItem(KEY, JSON.stringify([encodeRecord(future), 'x', encodeRecord(record(1))]))
  expect(counts()).toEqual([1])
})

test('never throws when the browser refuses localStorage', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
  create().add(record(1))
  expect(create().read()).toEqual([])
})
