import type { ConsentOptions } from '../core/store/options.ts'
import { isUnder } from '../shared/is-under.ts'
import { consentError } from './consent-error.ts'
import { formOf, invalidIn } from './forms.ts'
import { isTable } from './kinds.ts'
import type { ConsentErrorCode } from './messages.ts'
import { VALIDITY_DAYS } from './validity.ts'
import { warn } from './warn.ts'

// Bundlers replace `process.env.NODE_ENV` only where the expression is written out in full.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Checks the options of `createConsent`, which may come from a file or from code without types.
 *
 * @throws ConsentError with the code of the invalid option.
 */
export const checkOptions = (options: ConsentOptions<string>): void => {
  const { policy, categories, services, cookie, history, delivery, restricted, nonce, language } =
    tableOf(options)
  // `policy.version` and `categories` are required, so a missing value is checked as invalid.
  const { version = '', url, earlier, versions, controller } = tableOf(policy)
  check({
    'policy-version': version,
    'policy-url': url,
    'policy-earlier': earlier,
    'policy-versions': versions,
    'policy-controller': controller,
    cookie,
    history,
    categories: categories ?? null,
    services,
    delivery,
    restricted,
    nonce,
    lang: language,
  })
  const { name, domain, days } = cookie ?? {}
  check({ 'cookie-name': name, 'cookie-domain': domain, 'cookie-days': days })
  if (days !== undefined && days < VALIDITY_DAYS) warn('validity-short', days)
  check({ 'history-days': history?.days })
  for (const { services } of Object.values(categories)) check({ services })
  if (!Object.keys(categories)[0]) warn('nothing-asked')
  const host = (globalThis as { readonly location?: Location }).location?.hostname
  if (domain && host && !isUnder(host, domain)) warn('other-host', domain, host)
}

/** Returns an options object, or an empty object for any other value. */
const tableOf = <Table>(value: Table): Table => (isTable(value) ? value : ({} as Table))

/**
 * Checks option values by the table in `forms.ts`, which has a valid form for each error code.
 * `undefined` is valid.
 *
 * @throws ConsentError with the code of the first invalid value.
 */
export const check = (values: Readonly<Partial<Record<ConsentErrorCode, unknown>>>): void => {
  for (const [name, value] of Object.entries(values)) {
    const code = name as ConsentErrorCode
    const form = formOf(code)
    if (value === undefined || !form) continue
    for (const invalid of invalidIn(value, form)) throw consentError(code, invalid)
  }
}

/**
 * Checks that every name is a configured category. Only for development: on a visitor's page an
 * unknown category is never granted.
 *
 * @throws ConsentError with the code `category`.
 */
export const checkCategories = (categories: readonly string[], named: readonly string[]): void => {
  for (const category of named)
    if (!categories.includes(category)) throw consentError('category', category)
}

/**
 * Says whether a text is invalid, in production builds too, where the console names the code.
 * `undefined` is valid.
 *
 * @param form The valid form; `false` where no text is valid.
 * @throws ConsentError with the given code, in development.
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
