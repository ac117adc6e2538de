import type { AnyConsent } from '@spaceone/consent-core'
import { expect, test } from 'vitest'
import { mountConsentUi } from './index.ts'

test('does nothing where there is no document [61]', () => {
  const consent = { options: {} } as AnyConsent
  expect(mountConsentUi(consent)()).toBeUndefined()
})
