// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { decodeRecord } from '../record/record-codec.ts'
import { createConsent } from '../store/create-consent.ts'

const NOW = 1_760_000_000

afterEach(() => localStorage.clear())

/** A cookie that several pages share, and a clock. */
const browser = () => {
  let values: readonly string[] = []
  const open = (now: number) =>
    createConsent(
      { policy: { version: '1' }, categories: { analytics: {} } },
      {
        storage: {
          read: () => values,
          write: value => {
            values = [value]
          },
        },
        now: () => now,
        signals: { gpc: false },
      },
    )
  return {
    open,
    jar: () => values[0] ?? '',
    put: (value: string) => {
      values = [value]
    },
  }
}

test('an older grant in the cookie after a refusal is ignored, and the visitor is asked again [5, 52]', () => {
  const { open, jar, put } = browser()
  open(NOW).acceptAll()
  const grant = jar()
  open(NOW + 10).rejectAll()
  put(grant)
  const consent = open(NOW + 20)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', pending: ['analytics'] })
})

test('an older grant that is put into the cookie of an open page grants nothing [5, 52]', () => {
  const { open, jar, put } = browser()
  const consent = open(NOW)
  consent.acceptAll()
  const grant = jar()
  consent.rejectAll()
  put(grant)
  consent.refresh()
  expect(consent.isGranted('analytics')).toBe(false)
})

test('the later of two decisions in one second counts', () => {
  const { open, jar, put } = browser()
  const consent = open(NOW)
  consent.rejectAll()
  consent.acceptAll()
  const grant = jar()
  expect(open(NOW).isGranted('analytics')).toBe(true)
  consent.rejectAll()
  put(grant)
  expect(open(NOW).isGranted('analytics')).toBe(false)
})

test('a grant counts at once when the clock has been set back after a refusal', () => {
  const { open } = browser()
  open(NOW).rejectAll()
  open(NOW - 3600).acceptAll()
  expect(open(NOW - 3600).isGranted('analytics')).toBe(true)
  expect(open(NOW + 3600).isGranted('analytics')).toBe(true)
})

test('a later grant from another sub-domain, which has its own history, counts', () => {
  const { open, jar, put } = browser()
  open(NOW).rejectAll()
  const here = { ...localStorage }
  localStorage.clear()
  open(NOW + 10).acceptAll()
  const grant = jar()
  localStorage.clear()
  for (const [key, value] of Object.entries(here)) localStorage.setItem(key, value)
  put(grant)
  expect(open(NOW + 20).isGranted('analytics')).toBe(true)
})

test('a grant counts when the history is empty or cannot be read', () => {
  const { open, jar, put } = browser()
  open(NOW).acceptAll()
  const grant = jar()
  for (const [key] of Object.entries(localStorage)) localStorage.setItem(key, 'no list')
  put(grant)
  expect(open(NOW + 10).isGranted('analytics')).toBe(true)
  localStorage.clear()
  expect(open(NOW + 10).isGranted('analytics')).toBe(true)
})

test('a decision counts on its page when the history cannot be written', () => {
  const { open, jar } = browser()
  open(NOW).rejectAll()
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = () => {
    throw new Error('full')
  }
  try {
    const consent = open(NOW - 3600)
    consent.acceptAll()
    consent.refresh()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(decodeRecord(jar(), NOW)?.c).toEqual({ analytics: 1 })
  } finally {
    Storage.prototype.setItem = setItem
  }
})
