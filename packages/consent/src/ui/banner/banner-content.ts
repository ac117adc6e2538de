import type { AnyConsent } from '../../core/index.ts'
import type { Facts, Heading } from '../../inventory/index.ts'
import { fill } from '../../shared/fill.ts'
import { servicesIn } from '../../shared/services.ts'
import type { BannerWords } from '../words/load-words.ts'
import { purposeName } from '../words/texts.ts'

/** The texts of the banner in their order, without those that say why the banner asks again. */
export interface BannerContent {
  /** The address of the policy; `undefined` if the site has no valid one. */
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

/** Returns the texts of the banner, for `createBanner` to show and `shownNotices` to print. */
export const bannerContent = (
  { options, $state }: AnyConsent,
  words: BannerWords,
): BannerContent => {
  const { language, text, details } = words
  const { pending } = $state.get()
  const named = pending.map(category => {
    const name = purposeName(category, text.purposes)
    const note = servicesIn(options, category)
      .map(service => service.name)
      .join(', ')
    return note ? fill(text.withNote, { text: name, note }) : name
  })
  // The first use of `Intl.ListFormat` takes 100 ms on a slow machine.
  const purposes = named[1] ? new Intl.ListFormat(language).format(named) : `${named[0]}`
  const url = words.policyUrl(options.policy.url)
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
