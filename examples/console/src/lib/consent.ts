import { type Consent, createConsent, googleAnalytics, googleTagManager } from '@spaceone/consent'
import type { Config } from '../config'

export type ConsoleConsent = Consent<'analytics', 'Google Analytics' | 'Google Tag Manager'>

// Tells `useGranted` and `inject(consentKey)` which categories there are.
declare module '@spaceone/consent' {
  interface Register {
    consent: ConsoleConsent
  }
}

/**
 * Creates the consent, whose gate blocks the scripts that `initGtag` and `initGtm` insert. Call
 * this function before those two.
 *
 * @returns `undefined` when there is nothing to ask: the configuration has no consent block, or no
 *   ids.
 */
export const initConsent = ({ GTAG_ID, GTM_ID, CONSENT }: Config): ConsoleConsent | undefined => {
  if (!CONSENT) return undefined
  const services = [
    ...(GTAG_ID === 'DISABLED' ? [] : [googleAnalytics({ id: GTAG_ID, loadScript: false })]),
    ...(GTM_ID === 'DISABLED' ? [] : [googleTagManager({ id: GTM_ID, loadScript: false })]),
  ]
  if (services.length === 0) return undefined
  const { policy, cookie } = CONSENT
  return createConsent({ policy, cookie, categories: { analytics: { services } } })
}
