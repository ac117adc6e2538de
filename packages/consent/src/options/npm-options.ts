import { EXPECTED_VERSIONS } from './expected.ts'
import { ADS, COOKIE_DAYS, SRC, WHOLE } from './forms.ts'
import { isBoolean, isFunction, isList, isTable, isText } from './kinds.ts'
import {
  ADDRESS_OR_TABLE,
  isDelivery,
  isListOfServices,
  isListOfVersions,
  isNumberOf,
  isTableOfCategories,
  isTableOfGuides,
  isTableOfTexts,
  isTableOfWords,
  NAMES,
  PATTERNS,
} from './npm-forms.ts'
import type { ValidForm } from './valid-form.ts'

/** A function of the npm package whose options are checked in development. */
export type CheckedCall = 'createConsent' | 'mountConsentUi' | 'service'

/** What the check of an npm option needs to know. */
export interface NpmOption {
  /**
   * The valid form. An option without one is checked in another way.
   *
   * @default the form of the attribute, if there is one
   */
  readonly form?: ValidForm
  /** The path of the option. @default the code with a dot in place of the hyphen */
  readonly npm?: string
  /**
   * The functions that take the option. Empty if the function of a service checks the option itself.
   *
   * @default createConsent
   */
  readonly calls?: readonly CheckedCall[]
  /** Whether a missing option is invalid. */
  readonly isRequired?: true
  /** The rest of the sentence "Expected …", with an example. @default the sentence of `EXPECTED` */
  readonly expected?: string
}

/**
 * The options of the npm package, by error code. An option without a row here has the form of the
 * attribute of the same code.
 */
export const NPM_OPTIONS = {
  ga: { npm: 'id of googleAnalytics()', calls: [] } as NpmOption,
  gtm: { npm: 'id of googleTagManager()', calls: [] } as NpmOption,
  'ga-server': { npm: 'server', calls: [] } as NpmOption,
  layer: { npm: 'dataLayer', calls: [] } as NpmOption,
  'policy-version': { isRequired: true } as NpmOption,
  'policy-url': { form: ADDRESS_OR_TABLE } as NpmOption,
  'policy-earlier': { form: ADDRESS_OR_TABLE } as NpmOption,
  'cookie-days': { form: value => isNumberOf(value, COOKIE_DAYS) } as NpmOption,
  categories: { form: isTableOfCategories, isRequired: true } as NpmOption,
  delivery: { form: isDelivery } as NpmOption,
  'delivery-refusals': { calls: [] } as NpmOption,
  restricted: { form: isBoolean } as NpmOption,
  position: { calls: ['mountConsentUi'] } as NpmOption,
  theme: { calls: ['mountConsentUi'] } as NpmOption,
  button: { calls: ['mountConsentUi'] } as NpmOption,
  'z-index': {
    form: value => isNumberOf(value, WHOLE),
    npm: 'zIndex',
    calls: ['mountConsentUi'],
  } as NpmOption,
  debug: { form: isBoolean } as NpmOption,
  'debug-hosts': {
    form: value => isText(value) || isList(value, isText),
    npm: 'debugHosts',
  } as NpmOption,
  lang: { form: isText, npm: 'language' } as NpmOption,
  cookie: {
    form: isTable,
    expected: "an object, such as { name: 'consent', days: 184 }",
  } as NpmOption,
  history: { form: isTable, expected: 'an object, such as { days: 365 }' } as NpmOption,
  'history-days': {
    form: value => isNumberOf(value, /^\d{1,5}$/),
    expected: 'a whole number of days, such as 365',
  } as NpmOption,
  'policy-versions': { form: isListOfVersions, expected: EXPECTED_VERSIONS } as NpmOption,
  'policy-controller': {
    form: isTableOfTexts,
    expected:
      "the company and its address, such as { name: 'Example Inc.', contact: 'mailto:privacy@example.com' }",
  } as NpmOption,
  services: {
    form: isListOfServices,
    expected: 'a list of services, such as [blockedMarkup()]',
  } as NpmOption,
  nonce: {
    form: isText,
    calls: ['createConsent', 'mountConsentUi'],
    expected: "the nonce of the page's Content-Security-Policy, as a string",
  } as NpmOption,
  texts: {
    form: isTableOfWords,
    calls: ['mountConsentUi'],
    expected: "texts by language and part, such as { ko: { banner: { heading: '…' } } }",
  } as NpmOption,
  guide: {
    form: isTableOfGuides,
    calls: ['mountConsentUi'],
    expected: "corrections of the guide by browser, such as { chrome: { help: 'https://…' } }",
  } as NpmOption,
  name: {
    form: value => isText(value) && value !== '',
    calls: ['service'],
    isRequired: true,
    expected: 'the name that visitors read, such as "Chat"',
  } as NpmOption,
  addresses: {
    form: PATTERNS,
    calls: ['service'],
    isRequired: true,
    expected:
      "a list of hosts in lower case, each with or without a path, such as ['chat.example/api']",
  } as NpmOption,
  cookies: {
    form: NAMES,
    calls: ['service'],
    isRequired: true,
    expected: "a list of names, or prefixes that end in *, such as ['chat_*']",
  } as NpmOption,
  storage: {
    form: NAMES,
    calls: ['service'],
    expected: "a list of names, or prefixes that end in *, such as ['chat_*']",
  } as NpmOption,
  databases: {
    form: NAMES,
    calls: ['service'],
    expected: "a list of exact names, such as ['chat']",
  } as NpmOption,
  start: {
    form: isFunction,
    calls: ['service'],
    isRequired: true,
    expected: 'a function, such as () => openChat()',
  } as NpmOption,
  stop: {
    form: isFunction,
    calls: ['service'],
    isRequired: true,
    expected: 'a function, such as () => closeChat()',
  } as NpmOption,
  ads: {
    form: ADS,
    npm: 'id of googleAds()',
    calls: [],
    expected: 'the id of Google Ads or of AdSense, such as "AW-123456789" or "ca-pub-123456789"',
  } as NpmOption,
  src: {
    form: SRC,
    calls: [],
    expected: 'https://… or a path that begins with /, such as "/chat.js"',
  } as NpmOption,
  category: {
    calls: [],
    expected: 'one of the names under `categories` of createConsent',
  } as NpmOption,
}
