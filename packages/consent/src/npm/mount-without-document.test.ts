import { expect, test } from 'vitest'
import type { AnyConsent } from '../core/index.ts'
import { mountConsentUi } from './mount-consent-ui.ts'

test('mounts nothing and throws nothing when there is no document [61]', () => {
  const consent = { options: {} } as AnyConsent
  expect(mountConsentUi(consent)()).toBeUndefined()
})
