import { type ConsentErrorCode, consentError } from './consent-error.ts'
import type { ConsentOptions } from './options.ts'

/**
 * https, http on this machine, or relative to the page. Spaces, control characters and backslashes,
 * which URL parsers drop or turn, are out.
 */
const ADDRESS =
  /^(?=[!-[\]-~\u00a1-\uffff]+$)(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)([:/]|$)|(?!\/\/|[^/?#]*:))/i

/**
 * Refuses a configuration that cannot work.
 *
 * @throws ConsentError with the option's code and what to write instead.
 */
export const checkOptions = ({
  policy,
  categories,
  cookie: { name, domain, days } = {},
  language,
}: ConsentOptions<string>): void => {
  const { version = '', url } = policy ?? {}
  checkText('policy-version', version, /^[ -~]{1,40}$/, 'a date or number like 2024-01-18')
  for (const address of typeof url === 'object' ? Object.values(url) : [url])
    checkAddress('policy-url', address)
  for (const category of Object.keys(categories ?? { '': 0 }))
    checkText('categories', category, /^[a-z][\w-]{0,39}$/i, '{ analytics: {} }')
  checkText('cookie-name', name, /^[\w.-]{1,64}$/, 'letters, digits, _ . -')
  checkText('cookie-domain', domain, /^\.?[a-z\d-]+(\.[a-z\d-]+)*$/i, '.example.com')
  if (days !== undefined)
    checkText('cookie-days', `${days}`, /^([1-9]\d?|[123]\d\d|400)$/, '1 to 400')
  checkLanguage(language)
}

/** Refuses what is no BCP 47 tag. @throws ConsentError */
export const checkLanguage = (language: string | undefined): void =>
  checkText('lang', language, /^[a-z]{2,3}(-\w+)*$/i, 'en, ko or ja')

/** Refuses an address that may not stand in the configuration. @throws ConsentError */
export const checkAddress = (code: ConsentErrorCode, value: string | undefined): void =>
  checkText(code, value, ADDRESS, 'https://… or /…')

/**
 * Refuses a text that has not the form asked for; `undefined` is left to the default.
 *
 * @param example What to write instead.
 * @throws ConsentError
 */
export const checkText = (
  code: ConsentErrorCode,
  value: string | undefined,
  form: RegExp,
  example: string,
): void => {
  if (value !== undefined && !(typeof value === 'string' && form.test(value)))
    throw consentError(code, value, example)
}
