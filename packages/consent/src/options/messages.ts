import { nearest } from '../shared/nearest.ts'
import { own } from '../shared/own.ts'

/** The headings of the documents that messages point to. */
export const LINKS = {
  tag: 'README.md#the-script-tag-in-full',
  npm: 'README.md#the-npm-package',
  csp: 'packages/consent/src/script/README.md#under-a-content-security-policy',
  texts: 'README.md#your-own-words',
  files: 'packages/consent/src/script/README.md#serving-the-files',
  domain: 'README.md#data-cookie-domain',
  stored: 'packages/consent/src/core/README.md#what-is-stored',
  one: 'packages/consent/README.md#one-on-a-page',
  markup: 'packages/consent/src/gate/README.md#blocked-markup',
  service: 'packages/consent/src/gate/README.md#services-of-your-own',
  unblocked: 'packages/consent/src/gate/README.md#what-it-does-not-stop',
  protocol: 'packages/consent/src/evidence/README.md#protocol',
} as const

/**
 * The place of the documents that messages point to: the build puts copies of them there, beside the
 * files of the script tag and in the npm package. The address of a public repository takes its place
 * once there is one.
 */
export const DOCUMENTS = 'dist/script/docs/'

const see = (link: keyof typeof LINKS) => `See ${DOCUMENTS}${LINKS[link]}`

/**
 * Names what is wrong, as the path of the option in kebab-case. On the script tag the attribute is
 * `data-` plus the code.
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
  | 'databases'
  | 'delivery'
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
  | 'restricted'
  | 'services'
  | 'src'
  | 'start'
  | 'stop'
  | 'storage'
  | 'texts'
  | 'theme'
  | 'z-index'

/** What each option has to be, with an example. */
const EXPECTED: Readonly<Record<ConsentErrorCode, string>> = {
  ads: 'the id of Google Ads or of AdSense, such as "AW-123456789" or "ca-pub-123456789"',
  button: '"left" or "right"',
  categories:
    'names that begin with a letter and go on with letters, digits, _ and -, such as "marketing, personalization" on the script tag or { marketing: {} } in npm',
  category: 'one of the names under `categories` of createConsent',
  cookie: "a table, such as { name: 'consent', days: 184 }",
  'cookie-days': 'a whole number of days from 1 to 400, such as 184',
  'cookie-domain': 'the name of a host alone, such as ".example.com"',
  'cookie-name': 'letters, digits, _ . and - alone, such as "consent"',
  cookies: "a list of names, or of beginnings with * behind them, such as ['chat_*']",
  ga: 'the measurement id of Google Analytics 4, such as "G-1A2B3C4"',
  'ga-server': 'https://… or a path that begins with /, without a query, such as "/metrics"',
  gtm: 'the id of a Tag Manager container, such as "GTM-1A2B3C4"',
  guide: "what you know better, by browser, such as { chrome: { help: 'https://…' } }",
  history: 'a table, such as { days: 365 }',
  'history-days': 'a whole number of days, such as 365',
  lang: 'the tag of a language that there are texts in, such as "ko"',
  layer: 'the name of a variable of your own on window, such as "dataLayer"',
  match: "a list of hosts in lower case, with a path if you like, such as ['chat.example/api']",
  name: 'the name that visitors are to read, such as "Chat"',
  nonce: "the nonce of the page's Content-Security-Policy, as a text",
  'policy-controller':
    "the company and its address, such as { name: 'Example Inc.', contact: 'mailto:privacy@example.com' }",
  'policy-earlier': 'https://… or an address on this site, such as "/privacy/earlier"',
  'policy-url': 'https://… or an address on this site, such as "/privacy"',
  'policy-version': 'the version of your privacy policy, such as "2024-01-18"',
  'policy-versions':
    "a list of versions, each with its day, such as [{ version: '2024-01-18', effective: '2024-01-18', material: true }]",
  position: '"bottom", "left", "right" or "inline"',
  delivery: 'https://… or an address on this site, such as "/consent-events"',
  restricted: 'true for a visitor who is under 14, else false',
  services: 'a list of services, such as [blockedMarkup()]',
  src: 'https://… or a path that begins with /, such as "/chat.js"',
  start: 'a function, such as () => openChat()',
  stop: 'a function, such as () => closeChat()',
  databases: "a list of exact names, such as ['chat']",
  storage: "a list of names, or of beginnings with * behind them, such as ['chat_*']",
  texts: "sentences by language and part, such as { ko: { banner: { heading: '…' } } }",
  theme: '"light", "dark" or "auto"',
  'z-index': 'a whole number, such as 1000',
}

/** The options of the package that are not named as their code says. */
const OPTION_NAMES: Readonly<Partial<Record<ConsentErrorCode, string>>> = {
  ads: 'id of googleAds()',
  ga: 'id of googleAnalytics()',
  'ga-server': 'server',
  gtm: 'id of googleTagManager()',
  lang: 'language',
  layer: 'dataLayer',
  'z-index': 'zIndex',
}

/** The ids of Google by their beginning, and the place where each belongs. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/-X+$/, 'a placeholder: write your own id'],
  [/^GTM-/, 'a Tag Manager id: use data-gtm, or googleTagManager() in npm'],
  [/^GT?-/, 'a Google Analytics id: use data-ga, or googleAnalytics() in npm'],
  [/^UA-/, 'an id of Universal Analytics, which Google has shut down'],
  [/^(AW|ca-pub)-/, 'an id of Google Ads or AdSense: use googleAds() in npm'],
  [/^DC-/, 'a Floodlight id, which is not supported'],
]

/** The codes of the values that are ids of Google. */
const IDS: readonly ConsentErrorCode[] = ['ga', 'gtm', 'ads']

/** Says which value an option or an attribute has, and which one was expected. */
const fault = (name: string, code: ConsentErrorCode, value: unknown): string => {
  const kind = IDS.includes(code) && KINDS.find(([form]) => form.test(`${value}`))
  return `${name} is ${inWords(value)}.${kind ? ` This is ${kind[1]}.` : ''} Expected ${EXPECTED[code]}.`
}

/** Returns the whole sentence about an invalid option of the package, whose call throws it. */
export const optionText = (code: ConsentErrorCode, value: unknown): string =>
  `${fault(OPTION_NAMES[code] ?? code.replace('-', '.'), code, value)} This call stops here and grants nothing. ${see('npm')}`

/**
 * Returns the whole sentence about an invalid attribute of the script tag.
 *
 * @param name The attribute, as the site has written it.
 * @param isOfLooks Whether its default is used instead.
 */
export const attributeText = (
  name: string,
  code: ConsentErrorCode,
  value: unknown,
  isOfLooks: boolean,
): string =>
  `${fault(name, code, value)} ${isOfLooks ? 'Its default is used.' : NOTHING} ${see('tag')}`

const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return 'missing'
  try {
    return `"${String(value).slice(0, 80)}"`
  } catch {
    // A table may have no text, or one that throws.
    return `"${typeof value}"`
  }
}

/** Names a warning: a thing that has happened and that a developer should know of. */
export type WarningCode =
  | 'late-versions'
  | 'decision-not-saved'
  | 'dropped'
  | 'delivery-later'
  | 'loaded-twice'
  | 'markup-unattended'
  | 'missing-file'
  | 'module-script'
  | 'nonce-missing'
  | 'not-started'
  | 'nothing-asked'
  | 'npm-first'
  | 'other-host'
  | 'other-set-up'
  | 'outbox-full'
  | 'requested-early'
  | 'service-failed'
  | 'service-slow'
  | 'unknown-attribute'
  | 'unknown-category'
  | 'unknown-language'
  | 'texts'
  | 'validity-short'
  | 'view-failed'

/** What happens where nothing can be asked. */
const NOTHING = 'No banner is shown and nothing optional runs.'

/** What happens while a file is missing. */
const WITHOUT: Readonly<Record<string, string>> = {
  ui: 'No banner is shown and nothing optional runs. A visitor who opens the settings is asked by the browser.',
  preferences: 'A visitor who opens the settings is asked by the browser.',
  placeholder: 'Blocked iframes stay empty.',
  evidence: 'The decisions wait in this browser for a page that has the file.',
}

/** Returns the sentence about a file or a part that cannot be shown. */
const missing = (name: string, error: unknown): string => {
  // A file of another version throws that of consent.js.
  const isMixed = typeof error === 'string'
  const now = own(WITHOUT, name.replace(/\W.*/, '')) ?? 'The rest of the page goes on without it.'
  return `${name} ${isMixed ? `is of another version than consent.js, which is ${error}` : 'could not be loaded or shown'}. Expected all files of one version, unchanged, in one folder. ${now} ${see('files')}`
}

/** Returns the known name that a word is near to, as a question. */
const suggestion = (word: unknown, names: unknown, before = ''): string => {
  const near = nearest(`${word}`, names as readonly string[])
  return near ? ` Did you mean ${before}${near}?` : ''
}

const LATER = 'The decisions wait in this browser and are sent again later.'

type Words = readonly unknown[]

/** What each warning says, from its values. A value that is an object is shown beside the sentence. */
const WARNINGS: Readonly<Record<WarningCode, (...values: Words) => string>> = {
  'decision-not-saved': () =>
    `A decision could not be saved. Expected a record of at most 1 kB, with short names of categories and services. Nothing is granted. ${see('stored')}`,
  dropped: (url, status) =>
    `${url} answered ${status} to a decision. Expected 200 or 204. This decision is dropped, and the next one is sent. ${see('protocol')}`,
  // In place of a status `true` says that a policy of the page has forbidden the request.
  'delivery-later': (url, status) =>
    status === true
      ? `${url} is blocked by the Content-Security-Policy of this page. Expected its host in connect-src. ${LATER} ${see('csp')}`
      : `${url} ${status ? `answered ${status} to a decision` : 'was not reached'}. Expected 200 or 204. ${LATER} ${see('protocol')}`,
  'late-versions': () =>
    `spaceoneConsent() got versions after consent.js had started. Expected the call before the script tag. These versions do not count. ${see('texts')}`,
  'loaded-twice': () =>
    `consent.js is loaded twice. Expected one script tag. This copy is ignored. ${see('tag')}`,
  'markup-unattended': key =>
    `An element with data-consent="${key}" is in the page, and nothing unblocks it. Expected a service of ours, or blockedMarkup(), among the services of createConsent. The element stays blocked. ${see('markup')}`,
  'missing-file': (file, error) => missing(`${file}`, error),
  'module-script': () =>
    `consent.js was loaded with type="module", or in another way that hides its script element. Expected a classic script, without type: a module is deferred, and scripts of the page run before it. It works from now on; what ran before was not blocked. ${see('tag')}`,
  'nonce-missing': () =>
    `A blocked script has no nonce, or another one than consent.js. Expected the nonce of the page on both. The script stays blocked. ${see('csp')}`,
  'not-started': () =>
    `consent.js stopped with the error beside this sentence. Expected calls such as spaceoneConsent({ texts: {} }) or spaceoneConsent(consent => {}). ${NOTHING} ${see('texts')}`,
  'nothing-asked': () =>
    `There is nothing to ask: the page has no category. Expected data-ga, data-gtm or data-categories on the script tag, or a name under \`categories\` in npm. ${NOTHING} ${see('tag')}`,
  'npm-first': () =>
    `The npm package has created a consent on this page before consent.js was loaded. Expected one of the two. consent.js shares that consent; of its attributes only data-restricted counts. ${see('one')}`,
  'other-host': (domain, host) =>
    `The cookie domain is "${domain}", and this page is on ${host}. Expected a domain that the host of the page is under. The record is stored for ${host} alone. ${see('domain')}`,
  'other-set-up': () =>
    `Another set-up is on this page. Expected the same one, or destroy() of the first consent before. The second consent grants nothing. ${see('one')}`,
  'outbox-full': () =>
    `More than 100 decisions wait to be delivered. Expected an endpoint that answers. The oldest one is dropped. ${see('protocol')}`,
  'requested-early': (address, element, category, place) =>
    `${address} was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <${element}${element === 'script' ? ' type="text/plain"' : ''} data-consent="${category || 'category'}" data-src="${address}">${element === 'img' ? '' : `</${element}>`}${place ? ' below consent.js' : ''}. Each visit requests it again, until it is written so. ${see('unblocked')}`,
  'service-failed': name =>
    `Service "${name}" could not start. Expected start() to return without an error. The service stays blocked. ${see('service')}`,
  'service-slow': name =>
    `Service "${name}" has not started after 10 seconds. Expected the promise that start() returns to settle sooner. Nothing else waits for the service. ${see('service')}`,
  'validity-short': days =>
    `A decision counts for ${days} days. Expected at least 184: a visitor who has refused is not asked again within six months. The page asks again after ${days} days. ${see('tag')}`,
  'unknown-attribute': (name, names) =>
    `data-${name} is unknown.${suggestion(name, names, 'data-')} The attribute is ignored. ${see('tag')}`,
  'unknown-category': (name, categories) =>
    `"${name}" names no category of this page.${suggestion(name, categories)} Expected ${list(categories)}. This name is never granted. ${see('tag')}`,
  'unknown-language': language =>
    `There are no texts in the language "${language}". Expected en, ko, ja, or a language that you have added texts for. English is used. ${see('texts')}`,
  texts: (key, text) => {
    const keys = Object.keys(text as object)
    return `"${key}" is no key of the texts.${suggestion(key, keys)} Expected ${list(keys)}. These words are not shown. ${see('texts')}`
  },
  'view-failed': (part, language, error) => missing(`${part} (${language})`, error),
}

const list = (names: unknown): string => (names as readonly string[]).join(', ')

/** Returns what a warning says, and the objects to show beside it; of a text the text itself. */
export const warningText = (code: string, values: Words): readonly [string, ...unknown[]] => {
  const write = own(WARNINGS, code)
  return write ? [write(...values), ...values.filter(value => !isData(value))] : [code, ...values]
}

/** Says whether a value stands in the sentence already: all but errors and elements. */
const isData = (value: unknown): boolean =>
  !value ||
  typeof value !== 'object' ||
  ['Object', 'Array'].includes(Object.prototype.toString.call(value).slice(8, -1))
