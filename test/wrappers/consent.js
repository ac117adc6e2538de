import { createConsent, googleAnalytics } from '@spaceone/consent'

/**
 * Creates the consent of a site that loads its tag with a wrapper, and gives the consent to the
 * tests.
 *
 * @param service The service of the tag. @default Google Analytics
 */
export const consentOf = (service = googleAnalytics({ id: 'G-WRAPPED', loadScript: false })) => {
  window.consent = createConsent({
    policy: { version: '2024-01-18', url: '/privacy' },
    categories: { analytics: { services: [service] } },
  })
  return window.consent
}
