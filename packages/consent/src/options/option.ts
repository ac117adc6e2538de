import type { ValidForm } from './valid-form.ts'

/** A function of the npm package whose options are checked in development. */
export type Call = 'createConsent' | 'mountConsentUi' | 'service'

/**
 * All that is known of one option. The name of its row is its code: the attribute without `data-`.
 * The build of a script file keeps only the properties that the file reads, see
 * `scripts/build/keep-properties.mjs`.
 */
export interface Option {
  /** The valid form. Missing where a function checks the option in another way. */
  readonly form?: ValidForm
  /** The form of the npm option, where it is not the form of the attribute. */
  readonly npmForm?: ValidForm
  /** The path of the npm option. @default the code with a dot in place of the hyphen */
  readonly npm?: string
  /** The functions that take the npm option, and check it by this row. */
  readonly calls?: readonly Call[]
  /** Whether a missing npm option is invalid. */
  readonly isRequired?: true
  /**
   * Whether the option changes only the look, so that an invalid attribute takes its default. With
   * any other invalid attribute everything stays blocked.
   */
  readonly isLook?: true
  /** The second half of the sentence "Expected …", with an example. */
  readonly expected: string
}

/** An option that is an attribute of the script tag. */
export interface Attribute extends Option {
  readonly form: RegExp
}
