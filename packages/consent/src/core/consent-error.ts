// Bundlers put it in; written out where it is used, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Names what is wrong, as the path of the option in kebab-case. On the script tag the attribute is
 * `data-` plus the code, so a warning that names the code names the attribute too.
 */
export type ConsentErrorCode =
  | 'ads'
  | 'button'
  | 'categories'
  | 'category'
  | 'cookie'
  | 'cookie-days'
  | 'cookie-domain'
  | 'cookie-name'
  | 'cookies'
  | 'ga'
  | 'ga-server'
  | 'gtm'
  | 'guide'
  | 'history'
  | 'history-days'
  | 'lang'
  | 'layer'
  | 'match'
  | 'name'
  | 'nonce'
  | 'policy-controller'
  | 'policy-earlier'
  | 'policy-url'
  | 'policy-version'
  | 'policy-versions'
  | 'position'
  | 'report'
  | 'restricted'
  | 'services'
  | 'src'
  | 'start'
  | 'stop'
  | 'storage'
  | 'texts'
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
  ads: "write the id of Google Ads or of AdSense, as in { id: 'AW-123456789' } or { id: 'ca-pub-123456789' }",
  button: "write 'left' or 'right'",
  categories:
    'name each purpose with letters, digits, _ and -, as in categories: { analytics: {} }',
  category: 'use one of the names under `categories` of createConsent',
  cookie: "write a table, as in cookie: { name: 'consent', days: 180 }",
  'cookie-days': 'write a whole number of days from 1 to 400, as in cookie: { days: 180 }',
  'cookie-domain': "write a host's name alone, as in cookie: { domain: '.example.com' }",
  'cookie-name': "use letters, digits, _ . and - alone, as in cookie: { name: 'consent' }",
  cookies: "write a list of names, or of beginnings with * behind them, as in ['chat_*']",
  ga: "write the measurement id of Google Analytics 4, as in { id: 'G-XXXXXXX' }",
  'ga-server': "write https://… or a path that begins with /, without a query, as in '/metrics'",
  gtm: "write the id of the container, as in { id: 'GTM-XXXXXXX' }",
  guide: "write what you know better by browser, as in guide: { chrome: { help: 'https://…' } }",
  history: 'write a table, as in history: { days: 365 }',
  'history-days': 'write a whole number of days, as in history: { days: 365 }',
  lang: "write a language tag, as in 'ko' or 'en-GB'",
  layer: "write the name of a variable of your own on window, as in 'dataLayer'",
  match: "write a host in lower case, with a path if you like, as in 'chat.example/api'",
  name: "write what visitors are to read, as in 'Chat'",
  nonce: "write the nonce of the page's Content-Security-Policy as a text",
  'policy-controller':
    "write who is responsible, as in { name: 'Example Inc.', contact: 'mailto:privacy@example.com' }",
  'policy-earlier': "write https://… or an address on this site, as in '/privacy/earlier'",
  'policy-url': "write https://… or an address on this site, as in '/privacy'",
  'policy-version':
    "write the date or number of the policy in force, as in policy: { version: '2024-01-18' }",
  'policy-versions':
    "write each with its day, as in { version: '2024-01-18', effective: '2024-01-18', material: true }",
  position: "write 'bottom', 'left', 'right' or 'inline'",
  report: "write https://… or an address on this site, as in deliverTo({ url: '/consent-events' })",
  restricted: 'write true for a visitor who is under 14, else false',
  services:
    'write a list of what service(), script(), googleAnalytics() and the like give, as in services: [heldMarkup()]',
  src: "write https://… or a path that begins with /, as in '/chat.js'",
  start: 'write a function, as in start: () => openChat()',
  stop: 'write a function, as in stop: () => closeChat()',
  storage: "write a list of exact names, as in ['chat']",
  texts: "write sentences by language and part, as in texts: { ko: { banner: { heading: '…' } } }",
  theme: "write 'light' or 'dark'",
  'z-index': "write a whole number, as in '1000'",
}

/** Makes the error for one code: what is wrong, and to a developer what to write instead. */
export const consentError = (code: ConsentErrorCode, value: unknown): ConsentError => {
  const found = process.env.NODE_ENV === 'production' ? `${value}` : inWords(value)
  const fault = `${code}: "${found.slice(0, 80)}" does not work`
  const message = process.env.NODE_ENV === 'production' ? fault : `${fault}; ${ADVICE[code]}`
  return Object.assign(new Error(message), { name: 'ConsentError' as const, code, value })
}

/** A value as text; where it has none, its type. */
const inWords = (value: unknown): string => {
  try {
    return String(value)
  } catch {
    return typeof value
  }
}
