import { type ConsentErrorCode, consentError } from './consent-error.ts'
import type { ConsentOptions } from './options.ts'
import type { PolicyOptions } from './policy.ts'

/**
 * https, http on this machine, or relative to the page. Spaces, control characters and backslashes,
 * which URL parsers drop or turn, are out.
 */
const ADDRESS =
  /^(?=[!-[\]-~\u00a1-\uffff]+$)(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?([/?#]|$)|(?!\/\/|[^/?#]*:))/i

const VERSION = /^[ -~]{1,40}$/

/**
 * Refuses a configuration that cannot work.
 *
 * @throws ConsentError with the option's code.
 */
export const checkOptions = (options: ConsentOptions<string>): void => {
  checkTexts(options)
  for (const { version = '', effective = '' } of options.policy.versions ?? []) {
    checkText('policy-versions', version, VERSION)
    checkText('policy-versions', effective, /^\d{4}-\d\d-\d\d$/)
  }
  checkText('history-days', `${options.history?.days ?? 0}`, /^\d{1,5}$/)
  checkCategoryNames(Object.keys(options.categories ?? { '': 0 }))
  checkLanguage(options.language)
}

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
  const { version = '', url, earlier } = policy ?? {}
  checkText('policy-version', version, VERSION)
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
