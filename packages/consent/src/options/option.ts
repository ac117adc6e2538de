import type { ValidForm } from './valid-form.ts'

/** A function of the npm package whose options are checked in development. */
export type Call = 'createConsent' | 'mountConsentUi' | 'service'

/**
 * One row of the table of options. The row's name is the code of the option, which is also the name
 * of the attribute, if there is one, without `data-`. The build removes from each script file the
 * properties that the file does not read, see `scripts/build/keep-properties.mjs`.
 */
export interface Option {
  /** The valid form. Missing if the option is checked in another way. */
  readonly form?: ValidForm
  /** The valid form of the npm option. @default the form of the attribute */
  readonly npmForm?: ValidForm
  /** The path of the npm option. @default the code with a dot in place of the hyphen */
  readonly npm?: string
  /**
   * The functions that take the npm option, and check it by this row. Empty if the function of a
   * service checks the option itself. @default createConsent
   */
  readonly calls?: readonly Call[]
  /** Whether a missing npm option is invalid. */
  readonly isRequired?: true
  /**
   * Whether the option changes only the look. If so, an invalid attribute counts as its default.
   * With any other invalid attribute nothing can be granted, and Google stays blocked.
   */
  readonly isLook?: true
  /** The rest of the sentence "Expected …", with an example. */
  readonly expected: string
}

/** An option that is an attribute of the script tag. */
export interface Attribute extends Option {
  readonly form: RegExp
}
