import type { AnyConsent } from '@spaceone/consent-core'
import { gtag } from './data-layer.ts'

/** The signals and the category that grants each of them. */
const SIGNALS = {
  analytics_storage: 'analytics',
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  personalization_storage: 'personalization',
  functionality_storage: 'personalization',
} as const

type Answer = 'granted' | 'denied'

const told = new WeakSet<AnyConsent>()

/**
 * Tells Google's tags what is granted: everything denied first, then what is granted now, then each
 * change. The order counts: a tag that is configured before the default runs as if nothing had
 * been said.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export const startConsentMode = (consent: AnyConsent): void => {
  if (told.has(consent)) return
  told.add(consent)
  gtag('consent', 'default', consentSignals({}))
  let before: string | undefined
  consent.$state.subscribe(({ granted }) => {
    const signals = consentSignals(granted)
    const text = JSON.stringify(signals)
    if (text !== before) gtag('consent', 'update', signals)
    before = text
  })
}

const consentSignals = (
  granted: Readonly<Record<string, boolean>>,
): Readonly<Record<string, Answer>> => {
  const answers: Record<string, Answer> = { security_storage: 'granted' }
  for (const [name, category] of Object.entries(SIGNALS))
    answers[name] = granted[category] === true ? 'granted' : 'denied'
  return answers
}
