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
 * @returns `undefined` if there is nothing to ask: the configuration has no `CONSENT`, or both ids
 *   are `DISABLED`.
 */
export const initConsent = (config: Config): ConsoleConsent | undefined => {
  const { GTAG_ID, GTM_ID, CONSENT } = config
  if (!CONSENT) return undefined
  const tag = { server: config.TAG_SERVER, loadScript: false }
  const services = [
    ...(GTAG_ID === 'DISABLED' ? [] : [googleAnalytics({ id: GTAG_ID, ...tag })]),
    ...(GTM_ID === 'DISABLED' ? [] : [googleTagManager({ id: GTM_ID, ...tag })]),
  ]
  if (services.length === 0) return undefined
  const { ownBanner, ...options } = CONSENT
  return createConsent({ ...options, categories: { analytics: { services } } })
}
