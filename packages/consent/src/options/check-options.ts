import { VALIDITY_DAYS } from '../shared/defaults.ts'
import { categoryOf } from '../shared/services.ts'
import type { ConsentErrorCode } from './expected.ts'
import { isUnder } from './forms.ts'
import { optionText } from './messages.ts'
import { type CheckedCall, invalidIn, isTable, npmOption, optionCodes } from './npm-options.ts'
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
  readonly categories: Readonly<Record<string, { readonly services?: unknown }>>
  readonly cookie?:
    | { readonly domain?: string | undefined; readonly days?: number | undefined }
    | undefined
}

/** Checks the options of `createConsent`. Throws a ConsentError for an invalid option. */
export const checkOptions = (options: ReadOptions): void => {
  checkCall('createConsent', options)
  const { categories, cookie: { domain, days } = {} } = options
  for (const [name, category] of Object.entries(categories)) {
    nameUnknown('createConsent', category, ['services'], `categories.${name}.`)
    checkOption('services', category.services)
  }
  warnOfDoubts(Object.keys(categories), domain, days)
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

/** Checks a value of any type as the options of a function, see `npmOption`. */
export const checkCall = (call: CheckedCall, options: unknown): void => {
  const codes = optionCodes().filter(code => npmOption(code).calls.includes(call))
  const names = codes.map(code => npmOption(code).npm)
  nameUnknown(call, options, names)
  for (const [index, code] of codes.entries())
    checkOption(code, valueAt(options, names[index] ?? ''))
}

/**
 * Warns of each option that a function does not take. `paths` are the options that exist, such as
 * `cookie.days`; `place` is the path of `options` and a dot. `checkDeclarations` names the unknown
 * properties of a service.
 */
export const nameUnknown = (
  call: string,
  options: unknown,
  paths: readonly string[],
  place = '',
): void => {
  if (call === 'service' || !isTable(options)) return
  const names = [...new Set(paths.map(path => path.replace(/\..*/, '')))]
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) warn('unknown-option', place + name, names, call)
    const inside = `${name}.`
    const inner = paths.filter(path => path.startsWith(inside))
    if (inner[0])
      nameUnknown(
        call,
        Reflect.get(options, name),
        inner.map(path => path.slice(inside.length)),
        place + inside,
      )
  }
}

const valueAt = (options: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce((part, name) => (isTable(part) ? Reflect.get(part, name) : undefined), options)

/** Checks the value of one option by its row, see `npmOption`. */
export const checkOption = (code: ConsentErrorCode, value: unknown): void => {
  const { form, isRequired } = npmOption(code)
  if (!form || (value === undefined && !isRequired)) return
  for (const invalid of invalidIn(value, form)) throw consentError(code, invalid)
}

/** Checks that every name is a category. In production an unknown category is never granted. */
export const checkCategories = (categories: readonly string[], named: readonly string[]): void => {
  for (const category of named)
    if (!categories.includes(category)) throw consentError('category', category, categories)
}

const warnedKeys = new Set<string>()

/**
 * Checks the key of a category or service, in development. Warns once of each key whose category
 * exists and whose service does not.
 */
export const checkKey = (key: string, known: readonly string[]): void => {
  if (known.includes(key)) return
  if (!known.includes(categoryOf(key))) throw consentError('category', categoryOf(key), known)
  if (!warnedKeys.has(key)) warn('category', key, known)
  warnedKeys.add(key)
}

/**
 * Says whether a text is invalid, and warns of it; in development throws a ConsentError instead.
 * `undefined` is valid. With the form `false` no text is valid.
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
