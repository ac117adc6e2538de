import { consentError } from './consent-error.ts'
import type { ConsentOptions } from './options.ts'

/**
 * Refuses a configuration that cannot work.
 *
 * @throws ConsentError with the option's code and what to write instead.
 */
export const checkOptions = ({
  policy,
  categories,
  cookie = {},
  language,
}: ConsentOptions<string>): void => {
  const { version, url } = policy ?? {}
  if (typeof version !== 'string' || !/^.{1,40}$/.test(version))
    throw consentError('policy-version', version, 'its date or number, like "2024-01-18",')

  const urls = typeof url === 'object' ? Object.values(url) : url === undefined ? [] : [url]
  for (const address of urls)
    if (!isAddress(address)) throw consentError('policy-url', address, 'https://… or /…')

  for (const name of Object.keys(categories ?? { '': {} }))
    if (!/^[a-z][\w-]{0,39}$/i.test(name))
      throw consentError('categories', name, '{ analytics: {} }')

  const { name, domain, days } = cookie
  if (name !== undefined && !/^[\w.-]{1,64}$/.test(name))
    throw consentError('cookie-name', name, 'letters, digits, _ . -')
  if (domain !== undefined && !/^\.?[a-z\d-]+(\.[a-z\d-]+)*$/i.test(domain))
    throw consentError('cookie-domain', domain, '".example.com"')
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 400))
    throw consentError('cookie-days', days, '1 to 400')
  if (language !== undefined) checkLanguage(language)
}

/**
 * Refuses what is no language tag.
 *
 * @throws ConsentError
 */
export const checkLanguage = (language: string): void => {
  if (!/^[a-z]{2,3}(-\w+)*$/i.test(language)) throw consentError('lang', language, 'en, ko or ja')
}

/**
 * Says whether an address may stand in the configuration: https, http on this machine, or relative
 * to the page. Spaces, control characters and backslashes, which URL parsers drop or turn, are out.
 */
export const isAddress = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[!-[\]-~\u00a1-\uffff]+$/.test(value) &&
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)([:/]|$)|(?!\/\/|[^/?#]*:))/i.test(value)
