import { ADDRESS_PATTERN } from '../shared/patterns.ts'
import { ADDRESS, DATE, POLICY_VERSION } from './forms.ts'
import {
  areWords,
  isBoolean,
  isEach,
  isFunction,
  isLanguage,
  isList,
  isTable,
  isText,
  type Kind,
} from './kinds.ts'
import { hasForm, hasFormIfDefined, type ValidForm } from './valid-form.ts'

// The forms of npm options for which one regular expression is not enough. Only development builds
// check these forms.

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
