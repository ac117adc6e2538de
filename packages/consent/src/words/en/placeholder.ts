import type { PlaceholderText } from '../placeholder-text.ts'

/** The texts of a placeholder in English. */
export const text: PlaceholderText = {
  lead: 'This content comes from {source}. Showing it sends data such as your IP address there, and allows optional cookies for {purpose} on this site.',
  short: 'From {source}, with {purpose} cookies.',
  unavailable:
    'This content comes from {source}. It is not shown, because the consent it needs cannot be given here.',
  elsewhere: 'another provider',
  allow: 'Allow and show',
  preferences: 'Settings',
  purposes: {
    analytics: 'usage statistics',
    marketing: 'advertising',
    personalization: 'personalization',
  },
}
