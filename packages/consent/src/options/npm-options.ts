import { ATTRIBUTES } from './attributes.ts'
import { type ConsentErrorCode, EXPECTED, NPM_EXPECTED } from './expected.ts'
import { ADS, COOKIE_DAYS, SRC, WHOLE } from './forms.ts'
import {
  ADDRESS_OR_TABLE,
  isBoolean,
  isDelivery,
  isFunction,
  isList,
  isListOfServices,
  isListOfVersions,
  isNumberOf,
  isTable,
  isTableOfCategories,
  isTableOfGuides,
  isTableOfTexts,
  isTableOfWords,
  isText,
  NAMES,
  PATTERNS,
  type ValidForm,
} from './npm-forms.ts'

/** A function of the npm package whose options are checked in development. */
export type CheckedCall = 'createConsent' | 'mountConsentUi' | 'service'

/** What the check of an npm option needs to know. */
interface NpmOption {
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
}

/**
 * The options of the npm package, by error code. An option without a row here is one of
 * `createConsent`, with the form of the attribute of the same code.
 */
const NPM_OPTIONS: Readonly<Partial<Record<ConsentErrorCode, NpmOption>>> = {
  ga: { npm: 'id of googleAnalytics()', calls: [] },
  gtm: { npm: 'id of googleTagManager()', calls: [] },
  'ga-server': { npm: 'server', calls: [] },
  layer: { npm: 'dataLayer', calls: [] },
  'policy-version': { isRequired: true },
  'policy-url': { form: ADDRESS_OR_TABLE },
  'policy-earlier': { form: ADDRESS_OR_TABLE },
  'cookie-days': { form: value => isNumberOf(value, COOKIE_DAYS) },
  categories: { form: isTableOfCategories, isRequired: true },
  delivery: { form: isDelivery },
  'delivery-refusals': { calls: [] },
  restricted: { form: isBoolean },
  position: { calls: ['mountConsentUi'] },
  theme: { calls: ['mountConsentUi'] },
  button: { calls: ['mountConsentUi'] },
  'z-index': { form: value => isNumberOf(value, WHOLE), npm: 'zIndex', calls: ['mountConsentUi'] },
  debug: { form: isBoolean },
  'debug-hosts': { form: value => isText(value) || isList(value, isText), npm: 'debugHosts' },
  lang: { form: isText, npm: 'language' },
  cookie: { form: isTable },
  history: { form: isTable },
  'history-days': { form: value => isNumberOf(value, /^\d{1,5}$/) },
  'policy-versions': { form: isListOfVersions },
  'policy-controller': { form: isTableOfTexts },
  services: { form: isListOfServices },
  nonce: { form: isText, calls: ['createConsent', 'mountConsentUi'] },
  texts: { form: isTableOfWords, calls: ['mountConsentUi'] },
  guide: { form: isTableOfGuides, calls: ['mountConsentUi'] },
  name: { form: value => isText(value) && value !== '', calls: ['service'], isRequired: true },
  addresses: { form: PATTERNS, calls: ['service'], isRequired: true },
  cookies: { form: NAMES, calls: ['service'], isRequired: true },
  storage: { form: NAMES, calls: ['service'] },
  databases: { form: NAMES, calls: ['service'] },
  start: { form: isFunction, calls: ['service'], isRequired: true },
  stop: { form: isFunction, calls: ['service'], isRequired: true },
  ads: { form: ADS, npm: 'id of googleAds()', calls: [] },
  src: { form: SRC, calls: [] },
  category: { calls: [] },
}

/** Returns the codes of all options. */
export const optionCodes = (): readonly ConsentErrorCode[] =>
  Object.keys({ ...EXPECTED, ...NPM_EXPECTED }) as ConsentErrorCode[]

/** Returns the row of an option of the npm package, with the defaults. */
export const npmOption = (
  code: ConsentErrorCode,
): NpmOption & Required<Pick<NpmOption, 'npm' | 'calls'>> => ({
  npm: code.replace('-', '.'),
  calls: ['createConsent'],
  form: Reflect.get(ATTRIBUTES, code),
  ...NPM_OPTIONS[code],
})
