import { type Consent, createConsent, googleAnalytics, googleTagManager } from '@spaceone/consent'
import type { Config } from '../config'

export type ConsoleConsent = Consent<'analytics', 'Google Analytics' | 'Google Tag Manager'>

/**
 * Puts the gate in front of what `initGtag` and `initGtm` bring in, so it has to come before them.
 *
 * @returns `undefined` where there is nothing to ask: no block in the configuration, or no ids.
 */
export const initConsent = ({ GTAG_ID, GTM_ID, CONSENT }: Config): ConsoleConsent | undefined => {
  if (!CONSENT) return undefined
  const services = [
    ...(GTAG_ID === 'DISABLED' ? [] : [googleAnalytics({ id: GTAG_ID, loader: 'host' })]),
    ...(GTM_ID === 'DISABLED' ? [] : [googleTagManager({ id: GTM_ID, loader: 'host' })]),
  ]
  if (services.length === 0) return undefined
  const { policy, cookie } = CONSENT
  return createConsent({ policy, cookie, categories: { analytics: { services } } })
}
