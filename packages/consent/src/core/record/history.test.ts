// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { ID, NOW, SAMPLE } from '../../../../../test/support/sample-record.ts'
import { type ConsentRecord, DAY, encodeRecord } from '../record/record.ts'
import { createHistory } from './history.ts'

const KEY = 'spaceone_consent.history'

const create = (now = NOW) => createHistory(undefined, 365, () => now)

const record = (n: number, changes: Partial<ConsentRecord> = {}): ConsentRecord => ({
  ...SAMPLE,
  t: NOW - 1000 + n,
  n,
  ...changes,
})

const counts = (now = NOW) =>
  create(now)
    .read()
    .map(({ n }) => n)

const stored = (): string[] => JSON.parse(localStorage.getItem(KEY) as string)

test('returns the newest decision first, after a reload, without its receipt id [19, 20]', () => {
  create().add(record(1, { r: ID }))
  create().add(record(2))
  expect(create().read()).toEqual([record(2), record(1)])
  expect(stored().map(atob).join()).not.toContain(ID)
})

test('stores and reads at most fifty decisions, also of a longer stored list, and drops the oldest', () => {
  const values = Array.from({ length: 60 }, (_, n) => encodeRecord(record(60 - n)))
  localStorage.setItem(KEY, JSON.stringify(values))
  expect(counts()).toHaveLength(50)
  create().add(record(61))
  expect(stored()).toHaveLength(50)
  expect(counts()[0]).toBe(61)
  expect(counts()).not.toContain(11)
})

test('keeps a decision until the second before its retention ends, and deletes it at the next add() [20]', () => {
  create().add(record(1, { e: NOW + DAY }))
  create().add(record(2, { e: NOW + 3 * DAY }))
  const end = NOW + 366 * DAY
  expect(counts(end - 1)).toEqual([2, 1])
  expect(counts(end)).toEqual([2])
  expect(stored()).toHaveLength(2)
  create(end).add()
  expect(stored()).toHaveLength(1)
})

test('writes nothing when no decision is to be kept', () => {
  create().add()
  expect(localStorage.getItem(KEY)).toBeNull()
})

const future = record(3, { t: NOW + 2 * DAY, e: NOW + 3 * DAY })

test.each([
  ...['', '{', 'null', '1', '{"length":9}', '["a", 1, null, {}, []]'],
  JSON.stringify([encodeRecord(future), 'x']),
])('omits what is invalid when %j is stored', text => {
  localStorage.setItem(KEY, text)
  expect(counts()).toEqual([])
  create().add(record(1))
  expect(counts()).toEqual([1])
})

test('never throws when the browser refuses localStorage', () => {
  const refused = { getItem: broken, setItem: broken, removeItem: broken }
  for (const storage of [null, { ...refused, getItem: () => null }, refused]) {
    vi.stubGlobal('localStorage', storage)
    create().add(record(1))
    create().erase()
    expect(create().read()).toEqual([])
  }
})

test('erase deletes the history and what the delivery has stored, and no other key [25]', () => {
  const others = ['cart', 'shop_consent.history', 'shop_consent.outbox']
  const own = [KEY, 'spaceone_consent.outbox', 'spaceone_consent.outgoing.1']
  for (const key of [...own, ...others]) localStorage.setItem(key, '1')
  create().erase()
  expect(Object.keys(localStorage)).toEqual(others)
})
