import type { PolicyVersion } from '../core/store/policy.ts'
import {
  areWords,
  isBoolean,
  isEach,
  isFunction,
  isLanguage,
  isList,
  isNumber,
  isTable,
  isText,
} from './kinds.ts'
import type { ConsentErrorCode } from './messages.ts'

// The valid form of every attribute and npm option: a pattern or a check, see `ValidForm`. Each
// form that production builds check is a constant of its own, so that a bundle contains only the
// forms it uses.

/** Says whether a value is valid. */
type Kind = (value: unknown) => boolean

/**
 * A pattern for a string, a check, or both: a check of the value and a pattern for each string in
 * it.
 */
export type ValidForm = RegExp | Kind | { readonly kind: Kind; readonly each: RegExp }

/**
 * An address: https, http on localhost, or relative to the page. Spaces, control characters and
 * backslashes are invalid, since URL parsers drop or convert them.
 */
export const ADDRESS: RegExp =
  /^(?=[!-[\]-~\u00a1-\uffff]+$)(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?([/?#]|$)|(?!\/\/|[^/?#]*:))/i

/** The measurement id of Google Analytics 4, not the placeholder of documents. */
export const GA: RegExp = /^GT?-(?!X+$)[A-Z\d]+$/

/** The id of a Tag Manager container, not the placeholder of documents. */
export const GTM: RegExp = /^GTM-(?!X+$)[A-Z\d]+$/

/** An origin or a path, without a query. The tag appends its own paths to the address. */
export const SERVER: RegExp =
  /^(https:\/\/\w|http:\/\/(localhost|127\.0\.0\.1)(?=[:/]|$)|\/\w)[\w./:-]*$/i

/** A name for a global variable. `__proto__` would change all of `window`. */
export const LAYER: RegExp = /^(?!__)[a-z_$][\w$]*$/i

/** The id of Google Ads or of AdSense. */
export const ADS: RegExp = /^(AW-\d+|ca-pub-\d+)$/

/** The address of a script: https, http on localhost, or a path. */
export const SRC: RegExp =
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/|\/(?!\/))[!-[\]-~]+$/

/** The day on which a policy version came into force. */
export const DATE: RegExp = /^\d{4}-\d\d-\d\d$/

const VERSION = /^[ -~]{1,40}$/
const CATEGORIES = /^[a-z][\w-]{0,39}([\s,]+[a-z][\w-]{0,39})*$/i
const COOKIE_NAME = /^[\w.-]{1,64}$/
const COOKIE_DOMAIN = /^\.?[a-z\d-]+(\.[a-z\d-]+)*$/i
const COOKIE_DAYS = /^([1-9]\d?|[123]\d\d|400)$/
const ANY = /^/

/** The attributes on which consent depends, without `data-`. An invalid one blocks everything. */
export const CRITICAL: Readonly<Record<string, RegExp>> = {
  ga: GA,
  gtm: GTM,
  'ga-server': SERVER,
  layer: LAYER,
  'policy-version': VERSION,
  'policy-url': ADDRESS,
  'policy-earlier': ADDRESS,
  'cookie-name': COOKIE_NAME,
  'cookie-domain': COOKIE_DOMAIN,
  'cookie-days': COOKIE_DAYS,
  categories: CATEGORIES,
  delivery: ADDRESS,
  'delivery-refusals': ANY,
  restricted: ANY,
}

/** The attributes that change only the look. An invalid one takes its default. */
export const LOOKS: Readonly<Record<'position' | 'theme' | 'button' | 'z-index' | 'lang', RegExp>> =
  {
    position: /^(bottom|left|right|inline)$/,
    theme: /^(light|dark|auto)$/,
    button: /^(left|right)$/,
    'z-index': /^-?\d{1,10}$/,
    // A site may add texts of its own in any language.
    lang: ANY,
  }

/**
 * A pattern of addresses: `host`, `*.host`, `host.*`, `host/path?name=value`, `/path` or a whole
 * URL.
 */
const PATTERN = /^((https?:\/\/|\*\.)?[a-z\d][a-z\d.-]*(\.\*|:\d+)?([/?][!-~]*)?|\/[!-~]*)$/

/**
 * A name, or a prefix that ends in `*`. `*` alone is invalid: it would match other services' names.
 */
const NAME = /^(?!\*$)./s

/** The address of a link out of an in-app browser. The scheme may be an app's own. */
const WAY_OUT = /^(?!(javascript|data|vbscript):)[!-~]*$/i

/** Returns the invalid parts of a value: the value itself, some of its strings, or none. */
export const invalidIn = (value: unknown, form: ValidForm): readonly unknown[] => {
  if (!('each' in form)) return hasForm(value, form) ? [] : [value]
  if (!form.kind(value)) return [value]
  const texts = isText(value) ? [value] : Object.values(value as object)
  // An object may have undefined properties, an array no undefined items.
  const is = Array.isArray(value) ? hasForm : hasFormIfDefined
  return texts.filter(text => !is(text, form.each))
}

const hasForm = (value: unknown, form: RegExp | Kind): boolean =>
  typeof form === 'function' ? form(value) : isText(value) && form.test(value)

const hasFormIfDefined = (value: unknown, form: RegExp | Kind) =>
  value === undefined || hasForm(value, form)

/** Says whether a value is a number whose decimal text matches a form. */
const isNumberOf = (value: unknown, form: RegExp) => isNumber(value) && form.test(`${value}`)

/** One address, or an object with one address per language. */
const ADDRESSES = { kind: (value: unknown) => isText(value) || isTable(value), each: ADDRESS }

const isTableOfTexts = (value: unknown) => isTable(value) && isEach(value, isText)

const isVersion = (value: unknown) => {
  if (!isTable(value)) return false
  const { version, effective, material, changes = {} } = value as Partial<PolicyVersion>
  return (
    hasForm(version, VERSION) &&
    hasForm(effective, DATE) &&
    isBoolean(material) &&
    isTableOfTexts(changes)
  )
}

/** Says whether a value is a site's correction of the guide for one browser. */
const isGuide = (value: unknown) => {
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

/** The npm options whose form differs from the attribute of the same code. */
const OPTIONS: Readonly<Partial<Record<ConsentErrorCode, ValidForm>>> = {
  ads: ADS,
  src: SRC,
  'policy-url': ADDRESSES,
  'policy-earlier': ADDRESSES,
  'policy-versions': value => isList(value, isVersion),
  'policy-controller': isTableOfTexts,
  categories: value =>
    isTable(value) &&
    isEach(Object.keys(value), name => hasForm(name, /^[a-z][\w-]{0,39}$/i)) &&
    isEach(value, isTable),
  services: value => isList(value, service => isFunction((service as Attaching)?.attach)),
  cookie: isTable,
  'cookie-days': value => isNumberOf(value, COOKIE_DAYS),
  history: isTable,
  'history-days': value => isNumberOf(value, /^\d{1,5}$/),
  delivery: value =>
    isTable(value) &&
    ['attach', 'decided', 'erased'].every(name => isFunction(Reflect.get(value, name))),
  restricted: isBoolean,
  nonce: isText,
  // In a language without texts the view speaks English, and a warning says so.
  lang: isText,
  // Options of services
  name: value => isText(value) && value !== '',
  match: { kind: Array.isArray, each: PATTERN },
  cookies: { kind: Array.isArray, each: NAME },
  storage: { kind: Array.isArray, each: NAME },
  databases: { kind: Array.isArray, each: NAME },
  start: isFunction,
  stop: isFunction,
  // Options of the view
  'z-index': value => isNumberOf(value, LOOKS['z-index']),
  texts: value => isTable(value) && Object.keys(value).every(isLanguage) && areWords(value),
  guide: value => isTable(value) && isEach(value, isGuide),
}

/**
 * Returns the valid form of an npm option, for the checks of development builds. Production builds
 * check a few options, by the constants above.
 */
export const formOf = (code: ConsentErrorCode): ValidForm | undefined =>
  OPTIONS[code] ?? (LOOKS as typeof CRITICAL)[code] ?? CRITICAL[code]

interface Attaching {
  readonly attach?: unknown
}
