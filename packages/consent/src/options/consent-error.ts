import { optionText } from './messages.ts'
import type { ConsentErrorCode } from './options.ts'

export type { ConsentErrorCode } from './options.ts'

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

/**
 * Creates the error for a code. In development the message says which value is valid.
 *
 * @param names The valid names, if the value is a name. The message suggests a similar name.
 */
export const consentError = (
  code: ConsentErrorCode,
  value: unknown,
  names: readonly string[] = [],
): ConsentError => {
  const message =
    process.env.NODE_ENV === 'production' ? `${code}: "${value}"` : optionText(code, value, names)
  return Object.assign(new Error(message), { name: 'ConsentError' as const, code, value })
}
