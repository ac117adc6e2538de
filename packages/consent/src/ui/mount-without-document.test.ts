import { expect, test } from 'vitest'
import type { AnyConsent } from '../core/index.ts'
import { mountConsentUi } from './index.ts'

test('does nothing where there is no document [61]', () => {
  const consent = { options: {} } as AnyConsent
  expect(mountConsentUi(consent)()).toBeUndefined()
})
