import { type Consent, createConsent, googleAnalytics, googleTagManager } from '@spaceone/consent'
import type { Config } from '../config'

export type ConsoleConsent = Consent<'analytics', 'Google Analytics' | 'Google Tag Manager'>

// Tells `useGranted` and `inject(consentKey)` the names of the categories.
declare module '@spaceone/consent' {
  interface Register {
    consent: ConsoleConsent
  }
}

/**
 * Creates the consent, whose gate blocks the scripts that `initGtag` and `initGtm` insert. Call
 * this function before those two.
 *
 * @returns `undefined` if there is nothing to ask: the configuration has no `CONSENT`, or no ids.
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
