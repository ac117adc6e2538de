import { quietly } from '../shared/errors.ts'
import { ADDRESS_PATTERN } from '../shared/patterns.ts'
import { ADDRESS, DATE, POLICY_VERSION } from './forms.ts'

// The forms of npm options for which one regular expression is not enough. Only development builds
// check these forms.

/** Says whether a value is valid. */
type Kind = (value: unknown) => boolean

export const isText = (value: unknown): value is string => typeof value === 'string'

export const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

export const isFunction = (value: unknown): boolean => typeof value === 'function'

/** Says whether a value is an object, and not an array. */
export const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Says whether every value of an object or array passes a check. */
const isEach = (values: object, is: (value: unknown) => boolean): boolean =>
  Object.values(values).every(is)

/** Says whether a value is an array in which every item passes a check. */
export const isList = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && isEach(value, is)

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

/** Says whether a string is a language tag that `Intl` accepts. */
export const isLanguage = (tag: string): boolean =>
  !!quietly(() => Intl.getCanonicalLocales(tag)[0])

/**
 * The valid form of an option: a pattern that the string must match, a check that the value must
 * pass, or both. With both, every string inside the value must match the pattern; with `hasRows`,
 * an object in the place of a string has the string as its `name`.
 */
export type ValidForm =
  | RegExp
  | Kind
  | { readonly kind: Kind; readonly each: RegExp; readonly hasRows?: boolean }

/**
 * Returns a list of the invalid parts of a value: the value itself, or the invalid items inside it.
 */
export const invalidIn = (value: unknown, form: ValidForm): readonly unknown[] => {
  if (!('each' in form)) return hasForm(value, form) ? [] : [value]
  if (!form.kind(value)) return [value]
  const texts = isText(value) ? [value] : Object.values(value as object)
  // A property of an object may be `undefined`, an item of an array may not.
  const is = Array.isArray(value) ? hasForm : hasFormIfDefined
  return texts.filter(
    text => !is(form.hasRows && isTable(text) ? Reflect.get(text, 'name') : text, form.each),
  )
}

/** Says whether a value passes a check, or is a string that matches a pattern. */
const hasForm = (value: unknown, form: RegExp | Kind): boolean =>
  typeof form === 'function' ? form(value) : isText(value) && form.test(value)

/** Says whether a value is `undefined`, passes a check, or is a string that matches a pattern. */
const hasFormIfDefined = (value: unknown, form: RegExp | Kind): boolean =>
  value === undefined || hasForm(value, form)

/**
 * The name of a cookie or of stored data, or a prefix that ends in `*`. `*` alone is invalid: it
 * would match the cookies and data of other services.
 */
const NAME = /^(?!\*$)./s

/** An address that opens the page outside an in-app browser. An app may use a scheme of its own. */
const WAY_OUT = /^(?!(javascript|data|vbscript):)[!-~]*$/i

/** One address, or an object with one address per language. */
export const ADDRESS_OR_TABLE: ValidForm = {
  kind: value => isText(value) || isTable(value),
  each: ADDRESS,
}

/** A list of patterns of addresses. */
export const PATTERNS: ValidForm = { kind: Array.isArray, each: ADDRESS_PATTERN }

/** A list of names, of prefixes that end in `*`, and of rows with such a `name`. */
export const NAMES: ValidForm = { kind: Array.isArray, each: NAME, hasRows: true }

/** Says whether a value is a number whose decimal text matches a pattern. */
export const isNumberOf = (value: unknown, form: RegExp): boolean =>
  typeof value === 'number' && form.test(`${value}`)

export const isTableOfTexts: Kind = value => isTable(value) && isEach(value, isText)

export const isTableOfCategories: Kind = value =>
  isTable(value) &&
  isEach(Object.keys(value), name => hasForm(name, /^[a-z][\w-]{0,39}$/i)) &&
  isEach(value, isTable)

export const isListOfServices: Kind = value =>
  isList(value, service => isFunction((service as { attach?: unknown } | undefined)?.attach))

export const isListOfVersions: Kind = value =>
  isList(value, item => {
    if (!isTable(item)) return false
    const { version, effective, material, changes = {} } = item as Record<string, unknown>
    return (
      hasForm(version, POLICY_VERSION) &&
      hasForm(effective, DATE) &&
      isBoolean(material) &&
      isTableOfTexts(changes)
    )
  })

export const isDelivery: Kind = value =>
  isTable(value) &&
  ['attach', 'decided', 'erased'].every(name => isFunction(Reflect.get(value, name)))

export const isTableOfWords: Kind = value =>
  isTable(value) && Object.keys(value).every(isLanguage) && areWords(value)

/** Says whether a value is an object with a site's corrections of the guide, by browser. */
export const isTableOfGuides: Kind = value => isTable(value) && isEach(value, isGuide)

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
