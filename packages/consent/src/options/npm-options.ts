import { quietly } from '../shared/errors.ts'
import { ADDRESS_PATTERN } from '../shared/patterns.ts'
import { ATTRIBUTES } from './attributes.ts'
import { type ConsentErrorCode, EXPECTED, NPM_EXPECTED } from './expected.ts'
import { ADDRESS, ADS, COOKIE_DAYS, DATE, POLICY_VERSION, SRC, WHOLE } from './forms.ts'

// Only development builds check these options.

/** Says whether a value is valid. */
type Kind = (value: unknown) => boolean

/** A pattern that the string must match, or a check that the value must pass. */
type Form = RegExp | Kind

/** The valid form of an option. With `each`, also the form of every item or property inside. */
export type ValidForm = Form | { readonly kind: Kind; readonly each: Form }

/** A function of the npm package whose options are checked in development. */
export type CheckedCall = 'createConsent' | 'mountConsentUi' | 'service'

const isText = (value: unknown): value is string => typeof value === 'string'

const isBoolean: Kind = value => typeof value === 'boolean'

const isFunction: Kind = value => typeof value === 'function'

/** Says whether a value is a number whose decimal text matches a pattern. */
const isNumberOf = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'number' && pattern.test(`${value}`)

/** Says whether a value is an object, and not an array. */
export const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Says whether every value of an object or array passes a check. */
const isEach = (values: object, is: Kind): boolean => Object.values(values).every(is)

const isList = (value: unknown, is: Kind): boolean => Array.isArray(value) && isEach(value, is)

/** Says whether a string is a language tag that `Intl` accepts. */
export const isLanguage = (tag: string): boolean =>
  !!quietly(() => Intl.getCanonicalLocales(tag)[0])

/** A depth that no valid text reaches. One of the deepest is `en.guide.steps.rows.chrome[0]`. */
const DEEPEST = 7

/**
 * Says whether a value consists of strings, `undefined`, arrays and objects. Returns `false` for a
 * circular object, which is deeper than `DEEPEST`.
 */
const areWords = (value: unknown, depth = 0): boolean =>
  value === undefined ||
  isText(value) ||
  (typeof value === 'object' &&
    value !== null &&
    depth < DEEPEST &&
    isEach(value, inner => areWords(inner, depth + 1)))

/** Says whether a value passes a check, or is a string that matches a pattern. */
const hasForm = (value: unknown, form: Form): boolean =>
  typeof form === 'function' ? form(value) : isText(value) && form.test(value)

/** Says the same, or that the value is `undefined`. */
const hasFormIfDefined = (value: unknown, form: Form): boolean =>
  value === undefined || hasForm(value, form)

/** Returns the invalid parts of a value: the value itself, or the invalid items inside it. */
export const invalidIn = (value: unknown, form: ValidForm): readonly unknown[] => {
  if (!('each' in form)) return hasForm(value, form) ? [] : [value]
  if (!form.kind(value)) return [value]
  const parts = isText(value) ? [value] : Object.values(value as object)
  // A property of an object may be `undefined`, an item of an array may not.
  const is = Array.isArray(value) ? hasForm : hasFormIfDefined
  return parts.filter(part => !is(part, form.each))
}

/** One address, or an object with one address per language. */
const ADDRESS_OR_TABLE: ValidForm = {
  kind: value => isText(value) || isTable(value),
  each: ADDRESS,
}

/**
 * A list of names of cookies or of stored data, of prefixes that end in `*`, and of rows with such a
 * `name`. `*` alone is invalid: it would match the cookies and data of other services.
 */
const NAMES: ValidForm = {
  kind: Array.isArray,
  each: item => hasForm(isTable(item) ? Reflect.get(item, 'name') : item, /^(?!\*$)./s),
}

const isTableOfTexts: Kind = value => isTable(value) && isEach(value, isText)

const isTableOfCategories: Kind = value =>
  isTable(value) &&
  isEach(Object.keys(value), name => hasForm(name, /^[a-z][\w-]{0,39}$/i)) &&
  isEach(value, isTable)

const isVersion: Kind = value => {
  if (!isTable(value)) return false
  const { version, effective, material, changes = {} } = value as Record<string, unknown>
  return (
    hasForm(version, POLICY_VERSION) &&
    hasForm(effective, DATE) &&
    isBoolean(material) &&
    isTableOfTexts(changes)
  )
}

const isDelivery: Kind = value =>
  isTable(value) &&
  ['attach', 'decided', 'erased'].every(name => isFunction(Reflect.get(value, name)))

/** An address that opens the page outside an in-app browser. An app may use a scheme of its own. */
const WAY_OUT = /^(?!(javascript|data|vbscript):)[!-~]*$/i

/** Says whether a value is a site's correction of the guide for one browser. */
const isGuide: Kind = value => {
  if (!isTable(value)) return false
  const { legacy, checked = '2000-01-01', wayOut, ...more } = value as Record<string, unknown>
  const { help, googleOptOut } = more
  return (
    hasFormIfDefined(legacy, isBoolean) &&
    isText(checked) &&
    Date.parse(checked) > 0 &&
    areWords(more) &&
    [help, googleOptOut].every(link => hasFormIfDefined(link || undefined, ADDRESS)) &&
    hasFormIfDefined(wayOut, WAY_OUT)
  )
}

/** What the check of an npm option needs to know. */
interface NpmOption {
  /** An option without a form is checked elsewhere. @default the form of the attribute, if any */
  readonly form?: ValidForm
  /** The path of the option. @default the code with a dot in place of the hyphen */
  readonly npm?: string
  /** The functions that take the option. Empty if a service checks it. @default createConsent */
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
  'policy-versions': { form: value => isList(value, isVersion) },
  'policy-controller': { form: isTableOfTexts },
  services: { form: value => isList(value, one => isFunction(Object(one).attach)) },
  nonce: { form: isText, calls: ['createConsent', 'mountConsentUi'] },
  texts: {
    form: value => isTable(value) && Object.keys(value).every(isLanguage) && areWords(value),
    calls: ['mountConsentUi'],
  },
  guide: { form: value => isTable(value) && isEach(value, isGuide), calls: ['mountConsentUi'] },
  name: { form: value => isText(value) && value !== '', calls: ['service'], isRequired: true },
  addresses: {
    form: { kind: Array.isArray, each: ADDRESS_PATTERN },
    calls: ['service'],
    isRequired: true,
  },
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
