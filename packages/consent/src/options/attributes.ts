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
import { isBoolean, isList, isText } from './kinds.ts'
import { ADDRESS_OR_TABLE, isDelivery, isNumberOf, isTableOfCategories } from './npm-forms.ts'
import type { Attribute } from './option.ts'

/** The options that are attributes of the script tag. */
export const ATTRIBUTES = {
  ga: {
    form: GA,
    npm: 'id of googleAnalytics()',
    calls: [],
    expected: 'the measurement id of Google Analytics 4, such as "G-1A2B3C4"',
  } as Attribute,
  gtm: {
    form: GTM,
    npm: 'id of googleTagManager()',
    calls: [],
    expected: 'the id of a Tag Manager container, such as "GTM-1A2B3C4"',
  } as Attribute,
  'ga-server': {
    form: SERVER,
    npm: 'server',
    calls: [],
    expected: 'https://… or a path that begins with /, without a query, such as "/metrics"',
  } as Attribute,
  layer: {
    form: LAYER,
    npm: 'dataLayer',
    calls: [],
    expected: 'the name of a variable of your own on window, such as "dataLayer"',
  } as Attribute,
  'policy-version': {
    form: POLICY_VERSION,
    isRequired: true,
    expected: 'the version of your privacy policy, such as "2024-01-18"',
  } as Attribute,
  'policy-url': {
    form: ADDRESS,
    npmForm: ADDRESS_OR_TABLE,
    expected: 'https://… or an address on this site, such as "/privacy"',
  } as Attribute,
  'policy-earlier': {
    form: ADDRESS,
    npmForm: ADDRESS_OR_TABLE,
    expected: 'https://… or an address on this site, such as "/privacy/earlier"',
  } as Attribute,
  'cookie-name': {
    form: /^[\w.-]{1,64}$/,
    expected: 'only letters, digits, ".", "_" and "-", such as "consent"',
  } as Attribute,
  'cookie-domain': {
    form: /^\.?[a-z\d-]+(\.[a-z\d-]+)*$/i,
    expected: 'a host name without scheme, port and path, such as ".example.com"',
  } as Attribute,
  'cookie-days': {
    form: COOKIE_DAYS,
    npmForm: value => isNumberOf(value, COOKIE_DAYS),
    expected: 'a whole number of days from 1 to 400, such as 184',
  } as Attribute,
  categories: {
    form: /^[a-z][\w-]{0,39}([\s,]+[a-z][\w-]{0,39})*$/i,
    npmForm: isTableOfCategories,
    isRequired: true,
    expected:
      'names that begin with a letter and go on with letters, digits, _ and -, such as "marketing, personalization" on the script tag or { marketing: {} } in npm',
  } as Attribute,
  delivery: {
    form: ADDRESS,
    npmForm: isDelivery,
    expected:
      "https://… or an address on this site, such as /consent-events on the script tag or deliverTo({ url: '/consent-events' }) in npm",
  } as Attribute,
  'delivery-refusals': {
    form: ANY,
    calls: [],
    expected: 'no value, or "false"',
  } as Attribute,
  restricted: {
    form: ANY,
    npmForm: isBoolean,
    expected: 'true for a visitor who is under 14, else false',
  } as Attribute,
  position: {
    form: /^(bottom|left|right|inline)$/,
    isLook: true,
    calls: ['mountConsentUi'],
    expected: '"bottom", "left", "right" or "inline"',
  } as Attribute,
  theme: {
    form: /^(light|dark|auto)$/,
    isLook: true,
    calls: ['mountConsentUi'],
    expected: '"light", "dark" or "auto"',
  } as Attribute,
  button: {
    form: /^(left|right)$/,
    isLook: true,
    calls: ['mountConsentUi'],
    expected: '"left" or "right"',
  } as Attribute,
  'z-index': {
    form: WHOLE,
    isLook: true,
    npmForm: value => isNumberOf(value, WHOLE),
    npm: 'zIndex',
    calls: ['mountConsentUi'],
    expected: 'a whole number, such as 1000',
  } as Attribute,
  debug: {
    form: ANY,
    npmForm: isBoolean,
    expected: 'true to load the inspector, else false',
  } as Attribute,
  'debug-hosts': {
    form: ANY,
    npmForm: value => isText(value) || isList(value, isText),
    npm: 'debugHosts',
    expected: 'names of hosts, such as "staging.example.com"',
  } as Attribute,
  // Any language tag is valid, since a site may add texts in any language. If there are no texts in
  // the language, the view shows English, and a warning says so.
  lang: {
    form: ANY,
    isLook: true,
    npmForm: isText,
    npm: 'language',
    expected: 'a language tag, such as "ko"',
  } as Attribute,
}

/**
 * The code of an option that is also an attribute of the script tag. The attribute's name is
 * `data-` and the code.
 */
export type AttributeCode = keyof typeof ATTRIBUTES
