import type { AttributeCode } from './attributes.ts'

/**
 * The rest of the sentence "Expected …", with an example, of each attribute of the script tag. Only
 * files that write messages import this table.
 */
export const EXPECTED: Readonly<Record<AttributeCode, string>> = {
  ga: 'the measurement id of Google Analytics 4, such as "G-1A2B3C4"',
  gtm: 'the id of a Tag Manager container, such as "GTM-1A2B3C4"',
  'ga-server': 'https://… or a path that begins with /, without a query, such as "/metrics"',
  layer: 'the name of a variable of your own on window, such as "dataLayer"',
  'policy-version': 'the version of your privacy policy, such as "2024-01-18"',
  'policy-url': 'https://… or an address on this site, such as "/privacy"',
  'policy-earlier': 'https://… or an address on this site, such as "/privacy/earlier"',
  'cookie-name': 'only letters, digits, ".", "_" and "-", such as "consent"',
  'cookie-domain': 'a host name without scheme, port and path, such as ".example.com"',
  'cookie-days': 'a whole number of days from 1 to 400, such as 184',
  categories:
    'names that begin with a letter and go on with letters, digits, _ and -, such as "marketing, personalization" on the script tag or { marketing: {} } in npm',
  delivery:
    "https://… or an address on this site, such as /consent-events on the script tag or deliverTo({ url: '/consent-events' }) in npm",
  'delivery-refusals': 'no value, or "false"',
  restricted: 'true for a visitor who is under 14, else false',
  position: '"bottom", "left", "right" or "inline"',
  theme: '"light", "dark" or "auto"',
  button: '"left" or "right"',
  'z-index': 'a whole number, such as 1000',
  debug: 'true to load the inspector, else false',
  'debug-hosts': 'names of hosts, such as "staging.example.com"',
  lang: 'a language tag, such as "ko"',
}

/** The same for the versions of the policy, which a page passes in a call of `spaceoneConsent`. */
export const EXPECTED_VERSIONS: string =
  "a list of versions, each with its day, such as [{ version: '2024-01-18', effective: '2024-01-18', material: true }]"
