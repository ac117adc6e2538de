import type { AnyConsent } from '../../core/index.ts'
import type { Words } from '../words/load-words.ts'
import { policyUrl } from '../words/policy-url.ts'
import { purposesInWords } from '../words/purposes.ts'
import { serviceNames } from '../words/service-names.ts'

/**
 * Returns the strings of the banner at a first visit, in the order in which `createBanner` shows
 * them. Needs no document.
 */
export const bannerStrings = (
  { options, $state }: AnyConsent,
  { language, text }: Words,
): readonly string[] => {
  const { policy, categories, services } = options
  const { pending, language: wanted } = $state.get()
  const purposes = purposesInWords(categories, pending, text.purposes, language)
  const hasGoogle = /google/i.test(purposes + serviceNames(services))
  return [
    text.heading,
    text.lead.replace('{purposes}', () => purposes),
    policyUrl(policy.url, wanted, language) ? text.policy : '',
    text.more,
    ...text.details.slice(hasGoogle ? 0 : -1).flat(),
    text.preferences,
    text[pending[1] ? 'rejectAll' : 'reject'],
    text[pending[1] ? 'acceptAll' : 'accept'],
  ]
}
