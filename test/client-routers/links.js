/** The links of the page: one that opens the settings, and one that does not. */
export const LINKS = [
  { to: '/page/cookies', id: 'settings-link', 'data-consent-open': '' },
  { to: '/page/pricing', id: 'pricing-link' },
]
