import { type ConsentErrorCode, consentError } from './consent-error.ts'
import type { ConsentOptions } from './options.ts'
import type { PolicyOptions, PolicyVersion } from './policy.ts'

/**
 * https, http on this machine, or relative to the page. Spaces, control characters and backslashes,
 * which URL parsers drop or turn, are out.
 */
const ADDRESS =
  /^(?=[!-[\]-~\u00a1-\uffff]+$)(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?([/?#]|$)|(?!\/\/|[^/?#]*:))/i

const VERSION = /^[ -~]{1,40}$/

/**
 * Refuses a configuration that cannot work, of whatever it is made: it may come from a file, or from
 * code without types.
 *
 * @throws ConsentError with the option's code.
 */
export const checkOptions = (options: ConsentOptions<string>): void => {
  const { policy, cookie, history, categories = { '': {} }, ...more } = tableOf(options)
  check('policy-version', policy, isTable)
  check('policy-url', policy?.url, isTextOrTable)
  check('policy-earlier', policy?.earlier, isTextOrTable)
  check('policy-versions', policy?.versions, isVersions)
  check('policy-controller', policy?.controller, isTableOfTexts)
  check('cookie', cookie, isTable)
  check('cookie-days', cookie?.days, isNumber)
  checkTexts({ policy, cookie })
  check('history', history, isTable)
  check('history-days', history?.days, isNumber)
  checkText('history-days', `${history?.days ?? 0}`, /^\d{1,5}$/)
  check('categories', categories, isTable)
  checkCategoryNames(Object.keys(categories))
  for (const category of Object.values(categories)) {
    if (!isTable(category)) throw consentError('categories', category)
    check('services', category.services, isServices)
  }
  check('services', more.services, isServices)
  check('report', more.report, isReport)
  check('restricted', more.restricted, isBoolean)
  check('nonce', more.nonce, isText)
  checkLanguage(more.language)
}

/** Refuses what has not the form asked for; `undefined` is left to the default. */
const check = (
  code: ConsentErrorCode,
  value: unknown,
  isRight: (value: unknown) => boolean,
): void => {
  if (value !== undefined && !isRight(value)) throw consentError(code, value)
}

const isText = (value: unknown) => typeof value === 'string'

const isNumber = (value: unknown) => typeof value === 'number'

const isBoolean = (value: unknown) => typeof value === 'boolean'

/** Says whether a value holds others by name. */
export const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Gives a table of options; of anything else an empty one, which lacks what has to be there. */
const tableOf = <Table>(value: Table): Table => (isTable(value) ? value : ({} as Table))

const isTextOrTable = (value: unknown) => isText(value) || isTable(value)

const isTableOfTexts = (value: unknown) => isTable(value) && Object.values(value).every(isText)

const isVersions = (value: unknown) => Array.isArray(value) && value.every(isVersion)

const isVersion = (value: unknown) => {
  if (!isTable(value)) return false
  const { version, effective, material, changes = {} } = value as Partial<PolicyVersion>
  return isText(version) && isText(effective) && isBoolean(material) && isTableOfTexts(changes)
}

const isServices = (value: unknown) =>
  Array.isArray(value) && value.every(service => isFunction(service?.attach))

const isReport = (value: unknown) =>
  isTable(value) &&
  ['attach', 'decided', 'erased'].every(name => isFunction(Reflect.get(value, name)))

const isFunction = (value: unknown) => typeof value === 'function'

/**
 * Refuses names that no category can have.
 *
 * @throws ConsentError
 */
export const checkCategoryNames = (names: readonly string[]): void => {
  for (const name of names) checkText('categories', name, /^[a-z][\w-]{0,39}$/i)
}

/**
 * Refuses what a page can write wrongly of policy and cookie on the script tag.
 *
 * @throws ConsentError with the option's code.
 */
export const checkTexts = ({
  policy,
  cookie: { name, domain, days } = {},
}: Pick<ConsentOptions<string>, 'policy' | 'cookie'>): void => {
  const { version = '', versions = [], url, earlier } = policy ?? {}
  checkText('policy-version', version, VERSION)
  const list: readonly PolicyVersion[] = Array.isArray(versions) ? versions : [versions]
  for (const { version = '', effective } of list.map(Object))
    checkText('policy-versions', `${version} ${effective}`, /^[ -~]{1,40} \d{4}-\d\d-\d\d$/)
  for (const address of addresses(url)) checkAddress('policy-url', address)
  for (const address of addresses(earlier)) checkAddress('policy-earlier', address)
  checkText('cookie-name', name, /^[\w.-]{1,64}$/)
  checkText('cookie-domain', domain, /^\.?[a-z\d-]+(\.[a-z\d-]+)*$/i)
  if (days !== undefined) checkText('cookie-days', `${days}`, /^([1-9]\d?|[123]\d\d|400)$/)
}

/**
 * Refuses an address that is none, or leads where a page must not send anybody; `undefined` is left
 * to the default.
 *
 * @throws ConsentError
 */
export const checkAddress = (code: ConsentErrorCode, value: string | undefined): void =>
  checkText(code, value, ADDRESS)

const addresses = (url: PolicyOptions['url']) =>
  typeof url === 'object' ? Object.values(url) : [url]

/**
 * Refuses a category that is not configured. For developers: on a visitor's page such a name is
 * simply never granted.
 *
 * @throws ConsentError
 */
export const checkCategories = (categories: readonly string[], named: readonly string[]): void => {
  for (const category of named)
    if (!categories.includes(category)) throw consentError('category', category)
}

/** Refuses what is no BCP 47 tag. @throws ConsentError */
export const checkLanguage = (language: string | undefined): void =>
  checkText('lang', language, /^[a-z]{2,3}(-\w+)*$/i)

/**
 * Refuses a text that has not the form asked for; `undefined` is left to the default.
 *
 * @throws ConsentError
 */
export const checkText = (
  code: ConsentErrorCode,
  value: string | undefined,
  form: RegExp,
): void => {
  if (value !== undefined && !(typeof value === 'string' && form.test(value)))
    throw consentError(code, value)
}
