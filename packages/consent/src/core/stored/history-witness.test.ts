// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { NOW } from '../../../../../test/support/sample-record.ts'
import { decodeRecord } from '../record/record-codec.ts'
import { createStore } from '../store/create-store.ts'
import { memoryStorage } from './memory-storage.ts'

afterEach(() => localStorage.clear())

/** A cookie that several pages share, and a clock. */
const browser = () => {
  const storage = memoryStorage()
  const open = (now: number) =>
    createStore(
      { policy: { version: '1' }, categories: { analytics: {} } },
      { storage, now: () => now, signals: { gpc: false } },
    )
  /** Grants on a page, and returns the cookie. */
  const grant = (now: number) => {
    open(now).acceptAll()
    return storage.read()[0] ?? ''
  }
  const isGranted = (now: number) => open(now).isGranted('analytics')
  return { open, grant, isGranted, put: (value: string) => storage.write(value, 0) }
}

test('an older grant in the cookie after a refusal is ignored, on the open page too, and the next page asks again [5, 52]', () => {
  const { open, grant, put } = browser()
  const older = grant(NOW)
  const page = open(NOW + 10)
  page.rejectAll()
  put(older)
  page.refresh()
  expect(page.isGranted('analytics')).toBe(false)
  const expected = { granted: { analytics: false }, status: 'undecided', pending: ['analytics'] }
  expect(open(NOW + 20).$state.get()).toMatchObject(expected)
})

test('the later of two decisions in one second counts', () => {
  const { open, grant, isGranted, put } = browser()
  open(NOW).rejectAll()
  const granted = grant(NOW)
  expect(isGranted(NOW)).toBe(true)
  open(NOW).rejectAll()
  put(granted)
  expect(isGranted(NOW)).toBe(false)
})

test('a grant counts at once when the clock has been set back after a refusal', () => {
  const { open, grant, isGranted } = browser()
  open(NOW).rejectAll()
  grant(NOW - 3600)
  expect([isGranted(NOW - 3600), isGranted(NOW + 3600)]).toEqual([true, true])
})

test('a later grant from another sub-domain, which has its own history, counts', () => {
  const { open, grant, isGranted, put } = browser()
  open(NOW).rejectAll()
  const here = { ...localStorage }
  localStorage.clear()
  const there = grant(NOW + 10)
  localStorage.clear()
  for (const [key, value] of Object.entries(here)) localStorage.setItem(key, value)
  put(there)
  expect(isGranted(NOW + 20)).toBe(true)
})

test('a grant counts when the history is empty or cannot be read', () => {
  const { grant, isGranted } = browser()
  grant(NOW)
  for (const [key] of Object.entries(localStorage)) localStorage.setItem(key, 'no list')
  expect(isGranted(NOW + 10)).toBe(true)
  localStorage.clear()
  expect(isGranted(NOW + 10)).toBe(true)
})

test('a decision counts on its page when the history cannot be written', () => {
  const { open, grant } = browser()
  open(NOW).rejectAll()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(broken)
  const cookie = grant(NOW - 3600)
  expect(decodeRecord(cookie, NOW)?.c).toEqual({ analytics: 1 })
  const page = open(NOW - 3600)
  page.acceptAll()
  page.refresh()
  expect(page.isGranted('analytics')).toBe(true)
})
