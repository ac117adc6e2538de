import { findAll } from '../shared/platform.ts'
import type { AttributeCode } from './expected.ts'
import {
  ADDRESS,
  ANY,
  COOKIE_DAYS,
  GA,
  GTM,
  LAYER,
  POLICY_VERSION,
  SERVER,
  WHOLE,
} from './forms.ts'

/** The valid form of each attribute of the script tag, by name without `data-`. */
export const ATTRIBUTES: Readonly<Record<AttributeCode, RegExp>> = {
  ga: GA,
  gtm: GTM,
  'ga-server': SERVER,
  layer: LAYER,
  'policy-version': POLICY_VERSION,
  'policy-url': ADDRESS,
  'policy-earlier': ADDRESS,
  'cookie-name': /^[\w.-]{1,64}$/,
  'cookie-domain': /^\.?[a-z\d-]+(\.[a-z\d-]+)*$/i,
  'cookie-days': COOKIE_DAYS,
  categories: /^[a-z][\w-]{0,39}([\s,]+[a-z][\w-]{0,39})*$/i,
  delivery: ADDRESS,
  'delivery-refusals': ANY,
  restricted: ANY,
  position: /^(bottom|left|right|inline)$/,
  theme: /^(light|dark|auto)$/,
  button: /^(left|right)$/,
  'z-index': WHOLE,
  debug: ANY,
  'debug-hosts': ANY,
  // A site may add texts in any language. Without texts in the language the view is English.
  lang: ANY,
}

/**
 * The attributes that change only the look: an invalid one gets its default. With any other invalid
 * attribute nothing can be granted, and Google stays blocked.
 */
export const LOOKS: readonly string[] = ['position', 'theme', 'button', 'z-index', 'lang']

/** The attributes, without `data-`, of elements of a page that open or hold a part of the view. */
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
 * Selects scripts that are marked only for another library, such as vanilla-cookieconsent.
 *
 * @see https://cookieconsent.orestbida.com/advanced/manage-scripts.html
 */
const OTHER_MARKUP = 'script[type="text/plain"][data-category]:not([data-consent])'

/** Calls `tell` for a script for another library, and for attributes like `data-consent-opn`. */
export const eachMarkupMistake = (
  tell: (code: string, values: readonly unknown[]) => void,
): void => {
  const [other] = findAll(OTHER_MARKUP)
  if (other) tell('other-markup', [other.getAttribute('data-category')])
  // A form may have a field named `getAttributeNames`, so call the method of the prototype.
  for (const element of findAll('*'))
    for (const attribute of Element.prototype.getAttributeNames.call(element)) {
      const name = attribute.replace(/^data-/, '')
      if (attribute.startsWith('data-consent-') && !PAGE_ATTRIBUTES.includes(name))
        tell('unknown-attribute', [name, PAGE_ATTRIBUTES])
    }
}
