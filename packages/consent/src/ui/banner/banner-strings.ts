import type { AnyConsent } from '../../core/index.ts'
import { describedServices } from '../words/described-services.ts'
import type { Words } from '../words/load-words.ts'
import { policyUrl } from '../words/policy-url.ts'
import { purposesInWords } from '../words/purposes.ts'

/**
 * Returns the strings of the banner at a first visit, in the order in which `createBanner` shows
 * them. Needs no document.
 */
export const bannerStrings = ({ options, $state }: AnyConsent, words: Words): readonly string[] => {
  const { language, text } = words
  const { policy } = options
  const { pending, language: wanted } = $state.get()
  const purposes = purposesInWords(options, pending, text.purposes, language)
  const services = pending.flatMap(category => describedServices(options, category, words))
  return [
    text.heading,
    text.lead.replace('{purposes}', () => purposes),
    policyUrl(policy.url, wanted, language) ? text.policy : '',
    text.more,
    ...services.flatMap(([name, facts]) => [...(services[1] ? [name] : []), ...facts.flat()]),
    ...text.right,
    text.preferences,
    text[pending[1] ? 'rejectAll' : 'reject'],
    text[pending[1] ? 'acceptAll' : 'accept'],
  ]
}
