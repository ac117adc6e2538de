import { ADS, SRC } from './forms.ts'
import { isFunction, isTable, isText } from './kinds.ts'
import {
  isListOfServices,
  isListOfVersions,
  isNumberOf,
  isTableOfGuides,
  isTableOfTexts,
  isTableOfWords,
  NAMES,
  PATTERNS,
} from './npm-forms.ts'
import type { Option } from './option.ts'

/**
 * The versions of the policy. With the script tag, a page passes the versions in a call of
 * `spaceoneConsent`.
 */
export const POLICY_VERSIONS: Option = {
  form: isListOfVersions,
  expected:
    "a list of versions, each with its day, such as [{ version: '2024-01-18', effective: '2024-01-18', material: true }]",
}

/** The options of the npm package that have an error code, but no attribute of the script tag. */
export const NPM_ONLY = {
  cookie: {
    form: isTable,
    expected: "an object, such as { name: 'consent', days: 184 }",
  } as Option,
  history: {
    form: isTable,
    expected: 'an object, such as { days: 365 }',
  } as Option,
  'history-days': {
    form: value => isNumberOf(value, /^\d{1,5}$/),
    expected: 'a whole number of days, such as 365',
  } as Option,
  'policy-versions': POLICY_VERSIONS as Option,
  'policy-controller': {
    form: isTableOfTexts,
    expected:
      "the company and its address, such as { name: 'Example Inc.', contact: 'mailto:privacy@example.com' }",
  } as Option,
  services: {
    form: isListOfServices,
    expected: 'a list of services, such as [blockedMarkup()]',
  } as Option,
  nonce: {
    form: isText,
    calls: ['createConsent', 'mountConsentUi'],
    expected: "the nonce of the page's Content-Security-Policy, as a string",
  } as Option,
  texts: {
    form: isTableOfWords,
    calls: ['mountConsentUi'],
    expected: "texts by language and part, such as { ko: { banner: { heading: '…' } } }",
  } as Option,
  guide: {
    form: isTableOfGuides,
    calls: ['mountConsentUi'],
    expected: "corrections of the guide by browser, such as { chrome: { help: 'https://…' } }",
  } as Option,
  name: {
    form: value => isText(value) && value !== '',
    calls: ['service'],
    isRequired: true,
    expected: 'the name that visitors read, such as "Chat"',
  } as Option,
  addresses: {
    form: PATTERNS,
    calls: ['service'],
    isRequired: true,
    expected:
      "a list of hosts in lower case, each with or without a path, such as ['chat.example/api']",
  } as Option,
  cookies: {
    form: NAMES,
    calls: ['service'],
    isRequired: true,
    expected: "a list of names, or prefixes that end in *, such as ['chat_*']",
  } as Option,
  storage: {
    form: NAMES,
    calls: ['service'],
    expected: "a list of names, or prefixes that end in *, such as ['chat_*']",
  } as Option,
  databases: {
    form: NAMES,
    calls: ['service'],
    expected: "a list of exact names, such as ['chat']",
  } as Option,
  start: {
    form: isFunction,
    calls: ['service'],
    isRequired: true,
    expected: 'a function, such as () => openChat()',
  } as Option,
  stop: {
    form: isFunction,
    calls: ['service'],
    isRequired: true,
    expected: 'a function, such as () => closeChat()',
  } as Option,
  ads: {
    form: ADS,
    npm: 'id of googleAds()',
    calls: [],
    expected: 'the id of Google Ads or of AdSense, such as "AW-123456789" or "ca-pub-123456789"',
  } as Option,
  src: {
    form: SRC,
    calls: [],
    expected: 'https://… or a path that begins with /, such as "/chat.js"',
  } as Option,
  category: {
    calls: [],
    expected: 'one of the names under `categories` of createConsent',
  } as Option,
}
