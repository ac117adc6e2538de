import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileCookies } from '../../../../../test/support/hostile-cookies.ts'
import { parseConsent } from '../record/parse-consent.ts'
import { createConsent } from '../store/create-consent.ts'
import { memoryStorage } from './memory-storage.ts'

const NOW = 1_760_000_000
const OPTIONS = { policy: { version: '2' }, categories: { analytics: {}, marketing: {} } }

/** Returns a page's consent and a server's consent for the given values of the cookie. */
const readings = (values: readonly string[]) => {
  const ports = { now: () => NOW, signals: { gpc: false } }
  const header = values.map(value => `spaceone_consent=${value}`).join('; ')
  return [
    createConsent(OPTIONS, { ...ports, storage: memoryStorage(...values) }),
    parseConsent(header, OPTIONS, ports),
  ]
}

const { value: GRANT, kinds } = hostileCookies(NOW)
const KINDS = Object.entries(kinds)
/** Number of cookies of each kind. */
const RUNS = 200

test('the valid cookie from which the hostile ones are made grants, on pages and on servers', () => {
  for (const consent of readings([GRANT]))
    expect([consent.isGranted('analytics'), consent.isGranted('marketing')]).toEqual([true, true])
})

test.each(KINDS)('a hostile cookie never throws and never grants: %s [52]', (_, values) => {
  fc.assert(
    fc.property(values, cookies => {
      for (const consent of readings(cookies))
        for (const category of ['analytics', 'marketing'] as const)
          expect(consent.isGranted(category)).toBe(false)
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
      expect(({} as Record<string, unknown>)['analytics']).toBeUndefined()
    }),
    { numRuns: RUNS },
  )
})
