/**
 * The names, without `data-`, of the attributes by which an element of the page opens, shows or
 * takes a part of the view.
 */
export const PAGE_ATTRIBUTES: readonly string[] = [
  'consent-open',
  'consent-guide',
  'consent-preferences',
  'consent-status',
  'consent-cookies',
  'consent-section',
  'consent-banner',
]

/**
 * Selects blocked scripts that other libraries mark, such as vanilla-cookieconsent, and the SDK
 * does not.
 *
 * @see https://cookieconsent.orestbida.com/advanced/manage-scripts.html
 */
export const OTHER_MARKUP = 'script[type="text/plain"][data-category]:not([data-consent])'
