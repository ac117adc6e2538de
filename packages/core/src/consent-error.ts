// Bundlers put it in; written out where it is used, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Names what is wrong, as the path of the option in kebab-case. On the script tag the attribute is
 * `data-` plus the code, so a warning that names the code names the attribute too.
 */
export type ConsentErrorCode =
  | 'button'
  | 'categories'
  | 'category'
  | 'cookie-days'
  | 'cookie-domain'
  | 'cookie-name'
  | 'ga'
  | 'ga-server'
  | 'gtm'
  | 'history-days'
  | 'lang'
  | 'match'
  | 'policy-earlier'
  | 'policy-url'
  | 'policy-version'
  | 'policy-versions'
  | 'position'
  | 'report'
  | 'src'
  | 'theme'
  | 'z-index'

/**
 * Thrown when the host's own code is wrong: a configuration that cannot work, a category that does
 * not exist. Never thrown for anything a visitor, a browser or a stored value does.
 */
export interface ConsentError extends Error {
  readonly name: 'ConsentError'
  readonly code: ConsentErrorCode
  /** What was found instead. */
  readonly value: unknown
}

/** What to write instead. For developers: visitors' browsers do not load it. */
const ADVICE: Readonly<Record<ConsentErrorCode, string>> = {
  button: "write 'left' or 'right'",
  categories:
    'name each purpose with letters, digits, _ and -, as in categories: { analytics: {} }',
  category: 'use one of the names under `categories` of createConsent',
  'cookie-days': 'write a whole number of days from 1 to 400, as in cookie: { days: 180 }',
  'cookie-domain': "write a host's name alone, as in cookie: { domain: '.example.com' }",
  'cookie-name': "use letters, digits, _ . and - alone, as in cookie: { name: 'consent' }",
  ga: "write the measurement id of Google Analytics 4, as in { id: 'G-XXXXXXX' }",
  'ga-server': "write https://… or a path that begins with /, without a query, as in '/metrics'",
  gtm: "write the id of the container, as in { id: 'GTM-XXXXXXX' }",
  'history-days': 'write a whole number of days, as in history: { days: 365 }',
  lang: "write a language tag, as in 'ko' or 'en-GB'",
  match: "write a host in lower case, with a path if you like, as in 'chat.example/api'",
  'policy-earlier': "write https://… or an address on this site, as in '/privacy/earlier'",
  'policy-url': "write https://… or an address on this site, as in '/privacy'",
  'policy-version':
    "write the date or number of the policy in force, as in policy: { version: '2024-01-18' }",
  'policy-versions':
    "write each with its day, as in { version: '2024-01-18', effective: '2024-01-18', material: true }",
  position: "write 'bottom', 'left', 'right' or 'inline'",
  report: "write https://… or an address on this site, as in '/consent-events'",
  src: "write https://… or a path that begins with /, as in '/chat.js'",
  theme: "write 'light' or 'dark'",
  'z-index': "write a whole number, as in '1000'",
}

/** Makes the error for one code: what is wrong, and to a developer what to write instead. */
export const consentError = (code: ConsentErrorCode, value: unknown): ConsentError => {
  const fault = `${code}: "${String(value).slice(0, 80)}" does not work`
  const message = process.env.NODE_ENV === 'production' ? fault : `${fault}; ${ADVICE[code]}`
  return Object.assign(new Error(message), { name: 'ConsentError' as const, code, value })
}
