import { expect, test } from 'vitest'
import { createStore } from '../store/create-store.ts'
import { memoryStorage } from '../store/ports.ts'
import { decodeRecord } from './record.ts'
import samples from './record-samples.json' with { type: 'json' }

// Stored records must be decodable as long as they can count, so a sample is never changed or
// removed. A new schema adds samples of its own, and a step to `decodeRecord` that converts older
// records.

test.each(samples)('decodes a record of an earlier version: $about', ({ value, record }) => {
  const now = record.t + 1
  expect(decodeRecord(value, now)).toEqual(record)

  const consent = createStore(
    { policy: { version: record.p }, categories: { analytics: {} } },
    { storage: memoryStorage(value), now: () => now, signals: { gpc: false } },
  )
  expect(consent.$state.get().status).toBe('decided')
  expect(consent.isGranted('analytics')).toBe(record.c.analytics === 1)
})
