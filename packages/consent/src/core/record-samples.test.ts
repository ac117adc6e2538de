import { expect, test } from 'vitest'
import { createConsent } from './create-consent.ts'
import { memoryStorage } from './memory-storage.ts'
import { decodeRecord } from './record-codec.ts'
import samples from './record-samples.json' with { type: 'json' }

// What browsers have stored has to be read for as long as it can count. A sample is never changed or
// taken out; a schema that comes later adds samples of its own, and `decodeRecord` a step that turns
// each older record into the newest form.

test.each(samples)('reads for ever what was stored once: $about', ({ value, record }) => {
  const now = record.t + 1
  expect(decodeRecord(value, now)).toEqual(record)

  const consent = createConsent(
    { policy: { version: record.p }, categories: { analytics: {} } },
    { storage: memoryStorage(value), now: () => now, signals: { gpc: false } },
  )
  expect(consent.$state.get().status).toBe('decided')
  expect(consent.isGranted('analytics')).toBe(record.c.analytics === 1)
})
