import type { Fact } from '../../inventory/tree.ts'
import { printed } from './printed-details.ts'

const sentences = {
  heading: 'Your choice about cookies',
  /** `{purposes}` are the purposes that the banner asks about. */
  lead: 'We would like to use optional cookies for {purposes}. Nothing of it runs unless you agree. You can change your choice at any time in “Cookie settings”.',
  policy: 'Privacy policy',
  more: 'Details',
  preferences: 'Preferences',
  reject: 'Reject',
  accept: 'Accept',
  /** Shown if the banner asks about several purposes, and in the preferences. */
  rejectAll: 'Reject all',
  acceptAll: 'Accept all',
  /** Status messages after a choice: all that is optional is granted, then nothing, then a part. */
  allowed: 'All optional cookies are allowed.',
  refused: 'All optional cookies are refused.',
  selected: 'Your choices are saved.',
  /** Label of the settings button. */
  settings: 'Cookie settings',
  /** The text in place of a fact that a service does not declare. */
  notStated: 'Not stated',
  /** A text with a note in brackets. */
  withNote: '{text} ({note})',
}

/** The texts of the banner and the status message. */
export interface BannerText extends Readonly<typeof sentences> {
  /** The right to refuse, and the effect of refusing. */
  readonly right: readonly [term: string, description: string]
  /** Names of the known categories, for use within a sentence. */
  readonly purposes: Readonly<Record<string, string>>
  /** What the banner says about the services whose words come with it, by the service's name. */
  readonly printed: Readonly<Record<string, readonly Fact[]>>
}

/** The texts of the banner in English. */
export const text: BannerText = {
  ...sentences,
  right: [
    'Your right',
    'You may refuse, and withdraw at any time. This site works without these cookies.',
  ],
  purposes: {
    analytics: 'usage statistics',
    marketing: 'advertising',
    personalization: 'personalization',
  },
  printed,
}
