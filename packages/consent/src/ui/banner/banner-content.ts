import type { AnyConsent } from '../../core/index.ts'
import type { Facts, Heading } from '../../inventory/index.ts'
import { fill } from '../../shared/sentences.ts'
import type { Words } from '../words/load-words.ts'
import { policyUrl } from '../words/policy-url.ts'
import { purposesInWords } from '../words/purposes.ts'

/** The texts of the banner in the order in which it shows them. */
export interface BannerContent {
  /** Missing if the site has no address of its policy. */
  readonly url: string | undefined
  readonly heading: string
  readonly lead: string
  /** Label of the link to the policy; empty without an address. */
  readonly policy: string
  readonly more: string
  readonly details: readonly (Heading | Facts)[]
  readonly preferences: string
  readonly reject: string
  readonly accept: string
}

/**
 * Returns what the banner shows a visitor, as plain data in the order in which it is shown. The
 * banner is drawn from it, and the text of the notice is printed from it.
 */
export const bannerContent = ({ options, $state }: AnyConsent, words: Words): BannerContent => {
  const { language, text, details } = words
  const { pending, language: wanted } = $state.get()
  const purposes = purposesInWords(options, pending, text, language)
  const url = policyUrl(options.policy.url, wanted, language)
  const [term, description] = text.right
  return {
    url,
    heading: text.heading,
    lead: fill(text.lead, { purposes }),
    policy: url ? text.policy : '',
    more: text.more,
    details: [...details(pending), { facts: [[term, [{ text: description }]]] }],
    preferences: text.preferences,
    reject: text[pending[1] ? 'rejectAll' : 'reject'],
    accept: text[pending[1] ? 'acceptAll' : 'accept'],
  }
}
