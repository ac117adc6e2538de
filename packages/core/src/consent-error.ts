/**
 * Names what is wrong, as the path of the option in kebab-case. On the script tag the attribute is
 * `data-` plus the code, so a warning that names the code names the attribute too.
 */
export type ConsentErrorCode =
  | 'categories'
  | 'category'
  | 'cookie-days'
  | 'cookie-domain'
  | 'cookie-name'
  | 'ga'
  | 'ga-server'
  | 'lang'
  | 'match'
  | 'policy-url'
  | 'policy-version'

/**
 * Thrown when the host's own code is wrong: a configuration that cannot work, a category that does
 * not exist. Never thrown for anything a visitor, a browser or a stored value does.
 */
export interface ConsentError extends Error {
  readonly name: 'ConsentError'
  readonly code: ConsentErrorCode
  /** What was found instead. */
  readonly value: unknown
}

/**
 * Makes the error for one code.
 *
 * @param code What is wrong.
 * @param value What was found.
 * @param example What to write instead; short, since it ships to visitors' browsers.
 */
export const consentError = (
  code: ConsentErrorCode,
  value: unknown,
  example: string,
): ConsentError =>
  Object.assign(new Error(`${code}: write ${example} instead of "${String(value).slice(0, 80)}"`), {
    name: 'ConsentError' as const,
    code,
    value,
  })
