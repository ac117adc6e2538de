import { ATTRIBUTES, type AttributeCode } from './attributes.ts'
import { EXPECTED } from './expected.ts'
import { NPM_OPTIONS, type NpmOption } from './npm-options.ts'
import type { ValidForm } from './valid-form.ts'

/**
 * The code of an error: the name of the option's attribute without `data-`. An option without an
 * attribute has the code that `NPM_OPTIONS` lists.
 */
export type ConsentErrorCode = AttributeCode | keyof typeof NPM_OPTIONS

/** Returns the codes of all options. */
export const optionCodes = (): readonly ConsentErrorCode[] =>
  Object.keys({ ...ATTRIBUTES, ...NPM_OPTIONS }) as ConsentErrorCode[]

/** Returns the row of an option of the npm package, with the defaults. */
export const npmOption = (code: ConsentErrorCode): CompleteOption => ({
  npm: code.replace('-', '.'),
  calls: ['createConsent'],
  expected: Reflect.get(EXPECTED, code),
  form: Reflect.get(ATTRIBUTES, code),
  ...NPM_OPTIONS[code as keyof typeof NPM_OPTIONS],
})

interface CompleteOption extends Required<Omit<NpmOption, 'isRequired' | 'form'>> {
  readonly form: ValidForm | undefined
  readonly isRequired?: true
}
