import { createConsent } from '@spaceone/consent'
import { mountConsentUi } from '@spaceone/consent/ui'
import config from '../consent.config'

export const consent = createConsent(config)
mountConsentUi(consent)

// With this the hooks know your categories.
declare module '@spaceone/consent' {
  interface Register {
    consent: typeof consent
  }
}
