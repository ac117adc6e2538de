import { ATTRIBUTES, type AttributeCode } from './attributes.ts'
import { NPM_ONLY } from './npm-options.ts'
import type { Option } from './option.ts'

/**
 * Names what is wrong, as the path of the option in kebab-case. The script tag's attribute is
 * `data-` plus this code.
 */
export type ConsentErrorCode = AttributeCode | keyof typeof NPM_ONLY

/** Returns all options, by code. */
export const allOptions = (): Readonly<Record<ConsentErrorCode, Option>> => ({
  ...ATTRIBUTES,
  ...NPM_ONLY,
})

/** Returns the name of an option in npm, such as `cookie.days`. */
export const npmName = (code: ConsentErrorCode): string =>
  allOptions()[code].npm ?? code.replace('-', '.')
