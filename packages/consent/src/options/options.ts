import { ATTRIBUTES, type AttributeCode } from './attributes.ts'
import { NPM_ONLY } from './npm-options.ts'
import type { Option } from './option.ts'

/**
 * The code of an error: the name of the option's attribute without `data-`. An option without an
 * attribute has the code that `NPM_ONLY` lists.
 */
export type ConsentErrorCode = AttributeCode | keyof typeof NPM_ONLY

/** Returns the rows of all attributes and npm options in the table of options, by error code. */
export const allOptions = (): Readonly<Record<ConsentErrorCode, Option>> => ({
  ...ATTRIBUTES,
  ...NPM_ONLY,
})

/** Returns the path of an option in npm, such as `cookie.days`. */
export const npmName = (code: ConsentErrorCode): string =>
  allOptions()[code].npm ?? code.replace('-', '.')
