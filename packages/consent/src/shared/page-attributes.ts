import { findAll } from './platform.ts'

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

/**
 * Returns the names, without `data-`, of the page's attributes that begin as those of the SDK and
 * are none of them, such as `consent-opn`. Each name is listed once.
 */
export const unknownAttributes = (): readonly string[] => {
  const found = new Set<string>()
  // A form may have a field named `getAttributeNames`, so call the method of the prototype.
  for (const element of findAll('*'))
    for (const attribute of Element.prototype.getAttributeNames.call(element)) {
      const name = attribute.replace(/^data-/, '')
      if (attribute.startsWith('data-consent-') && !PAGE_ATTRIBUTES.includes(name)) found.add(name)
    }
  return [...found]
}
