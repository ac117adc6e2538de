/** What messages say was expected, by attribute of the script tag. Must not get into consent.js. */
export const EXPECTED = {
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

/** What is expected of `versions` in a call of `spaceoneConsent`, and of `policy.versions`. */
export const EXPECTED_VERSIONS: string =
  "a list of versions, each with its day, such as [{ version: '2024-01-18', effective: '2024-01-18', material: true }]"

/** What is expected of the option `id` of a preset. */
export const EXPECTED_ID = 'the id that the vendor of the service gives your site'

/** The names of the presets that have a file for the script tag. */
export const PRESETS: readonly string[] = [
  ...['channelTalk', 'clarity', 'hotjar', 'kakaoPixel', 'lineTag', 'metaPixel'],
  ...['naverAnalytics', 'sentryReplay', 'session', 'vimeo', 'yahooTag', 'youtube'],
]

/** What messages say was expected, for checked options of the npm package without an attribute. */
export const NPM_EXPECTED = {
  cookie: "an object, such as { name: 'consent', days: 184 }",
  history: 'an object, such as { days: 365 }',
  'history-days': 'a whole number of days, such as 365',
  'policy-versions': EXPECTED_VERSIONS as string,
  'policy-controller':
    "the company and its address, such as { name: 'Example Inc.', contact: 'mailto:privacy@example.com' }",
  services: 'a list of services, such as [blockedMarkup()]',
  nonce: "the nonce of the page's Content-Security-Policy, as a string",
  texts: "texts by language and part, such as { ko: { banner: { heading: '…' } } }",
  look: "an object, such as { position: 'left' }",
  guide: "corrections of the guide by browser, such as { chrome: { help: 'https://…' } }",
  name: 'the name that visitors read, such as "Chat"',
  addresses:
    "a list of hosts in lower case, each with or without a path, such as ['chat.example/api']",
  cookies: "a list of names, or prefixes that end in *, such as ['chat_*']",
  storage: "a list of names, or prefixes that end in *, such as ['chat_*']",
  databases: "a list of exact names, such as ['chat']",
  start: 'a function, such as () => openChat()',
  stop: 'a function, such as () => closeChat()',
  ads: 'the id of Google Ads or of AdSense, such as "AW-123456789" or "ca-pub-123456789"',
  'preset-id': EXPECTED_ID as string,
  src: 'https://… or a path that begins with /, such as "/chat.js"',
  category: 'one of the names under `categories` of createConsent',
}

/** The code of an option that is also an attribute of the script tag: its name without `data-`. */
export type AttributeCode = keyof typeof EXPECTED

/**
 * The code of a ConsentError: the name of the option's attribute without `data-`. An option without
 * an attribute has a code of `NPM_EXPECTED`.
 */
export type ConsentErrorCode = AttributeCode | keyof typeof NPM_EXPECTED
