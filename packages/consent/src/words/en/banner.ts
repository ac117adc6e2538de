import type { BannerText } from '../banner-text.ts'
import { printed } from './printed-details.ts'

/** The texts of the banner in English. */
export const text: BannerText = {
  heading: 'Your choice about cookies',
  lead: 'We would like to use optional cookies for {purposes}. Nothing of it runs unless you agree. You can change your choice at any time in “Cookie settings”.',
  policy: 'Privacy policy',
  more: 'Details',
  right: [
    'Your right',
    'You may refuse, and withdraw at any time. This site works without these cookies.',
  ],
  preferences: 'Preferences',
  reject: 'Reject',
  accept: 'Accept',
  rejectAll: 'Reject all',
  acceptAll: 'Accept all',
  purposes: {
    analytics: 'usage statistics',
    marketing: 'advertising',
    personalization: 'personalization',
  },
  allowed: 'All optional cookies are allowed.',
  refused: 'All optional cookies are refused.',
  selected: 'Your choices are saved.',
  settings: 'Cookie settings',
  printed,
  notStated: 'Not stated',
  withNote: '{text} ({note})',
}
