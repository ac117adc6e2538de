import { VALIDITY_DAYS } from '../shared/defaults.ts'
import { categoryOf } from '../shared/services.ts'
import { type ConsentErrorCode, EXPECTED, NPM_EXPECTED } from './expected.ts'
import { isUnder } from './forms.ts'
import { optionText } from './messages.ts'
import { type CheckedCall, npmForms, npmName } from './npm-forms.ts'
import { isTable, validate } from './validate.ts'
import { warn } from './warn.ts'

/**
 * The error for a mistake in the site's code, such as an invalid option or a category that does not
 * exist. Visitors, browsers and stored values never cause this error.
 */
export interface ConsentError extends Error {
  readonly name: 'ConsentError'
  readonly code: ConsentErrorCode
  /** The invalid value; `undefined`, `null` or `''` if a required value is missing. */
  readonly value: unknown
}

/** Creates the error for a code. `names` are the valid names, if the value is a name. */
const consentError = (
  code: ConsentErrorCode,
  value: unknown,
  names: readonly string[] = [],
): ConsentError => {
  const message =
    process.env.NODE_ENV === 'production' ? `${code}: "${value}"` : optionText(code, value, names)
  return Object.assign(new Error(message), { name: 'ConsentError' as const, code, value })
}

/** The options of `createConsent` that `checkOptions` reads after the check of their forms. */
interface ReadOptions {
  readonly categories: object
  readonly cookie?:
    | { readonly domain?: string | undefined; readonly days?: number | undefined }
    | undefined
}

/** Checks the options of `createConsent`. Throws a ConsentError for the first invalid option. */
export const checkOptions = (options: ReadOptions): void => {
  checkCall('createConsent', options)
  const { categories, cookie: { domain, days } = {} } = options
  const names = Object.keys(categories)
  for (const name of names)
    if (!/^[a-z][\w-]{0,39}$/i.test(name)) throw consentError('categories', name)
  warnOfDoubts(names, domain, days)
}

/** Warns of options that are valid, and nevertheless probably a mistake. */
export const warnOfDoubts = (
  categories: readonly string[],
  domain: string | undefined,
  days: number | undefined,
): void => {
  if (days && days < VALIDITY_DAYS) warn('validity-short', days)
  if (!categories[0]) warn('nothing-asked')
  // On a server, or on another domain such as a developer's machine, the cookie is for one host.
  const host = (globalThis as { readonly location?: Location }).location?.hostname
  if (domain && host && !isUnder(host, domain)) warn('other-host', domain, host)
}

/**
 * Checks a value of any type as the options of a function: throws a ConsentError for an invalid
 * option, and warns of each unknown one, but `checkDeclarations` finds those of a service.
 */
export const checkCall = (call: CheckedCall, options: unknown): void => {
  const faults = validate(call, isTable(options) ? options : {}, 'options', npmForms()[call])
  const found = faults.map(([path, ...fault]) => [path.slice(call.length + 1), ...fault] as const)
  for (const [path, , about, names] of call === 'service' ? [] : found)
    if (about === 'unknown') warn('unknown-option', path, names, call)
  const invalid = found.find(([, , about]) => about !== 'unknown')
  if (invalid) throw consentError(codeOf(invalid[0]), invalid[1])
}

/** Warns of each option that a function does not take. `names` are the options that it takes. */
export const nameUnknown = (call: string, options: unknown, names: readonly string[]): void => {
  for (const name of isTable(options) ? Object.keys(options) : [])
    if (!names.includes(name)) warn('unknown-option', name, names, call)
}

/** Returns the error code of an option of a `CheckedCall`: `policy-url` for `policy.url.ko`. */
const codeOf = (path: string): ConsentErrorCode => {
  const [first = '', second] = path
    .replace(/^categories\..*\.(?=services)|^look\./, '')
    .split(/[.[]/)
  const codes = Object.keys({ ...EXPECTED, ...NPM_EXPECTED }) as ConsentErrorCode[]
  const find = (name: string) => codes.find(code => npmName(code) === name)
  return find(`${first}.${second}`) ?? find(first) ?? 'policy-version'
}

/** Throws a ConsentError if a language is neither a text nor `undefined`. */
export const checkLanguage = (language: unknown): void => {
  if (language !== undefined && typeof language !== 'string') throw consentError('lang', language)
}

/** Throws a ConsentError if a name is no category. Is called in development. */
export const checkCategories = (categories: readonly string[], named: readonly string[]): void => {
  for (const category of named)
    if (!categories.includes(category)) throw consentError('category', category, categories)
}

const warnedKeys = new Set<string>()

/** Throws a ConsentError for a key of an unknown category; warns once of an unknown service. */
export const checkKey = (key: string, known: readonly string[]): void => {
  if (known.includes(key)) return
  if (!known.includes(categoryOf(key))) throw consentError('category', categoryOf(key), known)
  if (!warnedKeys.has(key)) warn('category', key, known)
  warnedKeys.add(key)
}

/**
 * Says whether a value is invalid, and if so warns; in development throws a ConsentError instead.
 * `undefined` is valid. If `form` is `false` in place of a form, only `undefined` is valid.
 */
export const isInvalid = (
  code: ConsentErrorCode,
  value: unknown,
  form: RegExp | false,
): boolean => {
  if (value === undefined || (form && typeof value === 'string' && form.test(value))) return false
  if (process.env.NODE_ENV !== 'production') throw consentError(code, value)
  warn(code, value)
  return true
}
