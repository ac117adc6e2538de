import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SAMPLE } from '../../../../../test/support/sample-record.ts'
import { DAY, encodeRecord } from '../record/record.ts'
import { createStore } from './create-store.ts'
import { memoryStorage } from './ports.ts'

const { t: DECIDED, e: EXPIRES, p: version } = SAMPLE

const GRANT = encodeRecord(SAMPLE)

const happening = fc.constantFrom('look', 'setLanguage', 'open', 'close', 'restrict', 'lift')

const clock = fc.oneof(
  fc.integer({ min: -2 * DAY, max: 2 * DAY }).map(by => DECIDED + by),
  fc.integer({ min: -2, max: 2 }).map(by => DECIDED - DAY + by),
  fc.integer({ min: -2, max: 2 }).map(by => EXPIRES + by),
  fc.integer({ min: DECIDED, max: EXPIRES + 1000 * DAY }),
)

test('a decision counts from a day before it was made until it expires, and is never extended', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(clock, happening), { maxLength: 12 }), happenings => {
      let now = DECIDED
      let isRestricted = false
      const storage = memoryStorage(GRANT)
      const consent = createStore(
        { policy: { version }, categories: { analytics: {} } },
        { storage, now: () => now, signals: { gpc: false } },
      )
      const acts = {
        look: () => {},
        setLanguage: () => consent.setLanguage('ko'),
        open: () => consent.openPreferences(),
        close: () => consent.close(),
        restrict: () => {
          isRestricted = true
          consent.restrict(true)
        },
        lift: () => {
          isRestricted = false
          consent.restrict(false)
        },
      }
      for (const [time, what] of happenings) {
        now = time
        acts[what]()
        consent.refresh()
        const counts = now >= DECIDED - DAY && now < EXPIRES
        expect(consent.isGranted('analytics')).toBe(counts && !isRestricted)
        expect(storage.read()).toEqual([GRANT])
      }
    }),
    { numRuns: 300 },
  )
})
