import type { Fact } from '../inventory/tree.ts'

/** The texts of the banner and the status message. */
export interface BannerText {
  readonly heading: string
  /**
   * One or two sentences. `{purposes}` is replaced by the list of purposes that the banner asks
   * about.
   */
  readonly lead: string
  readonly policy: string
  readonly more: string
  /** The right to refuse, and the effect of refusing. */
  readonly right: readonly [term: string, description: string]
  /** The text in place of a fact that a service does not declare. */
  readonly notStated: string
  /** A text with a note in brackets: `{text}` and `{note}`. */
  readonly withNote: string
  readonly preferences: string
  /**
   * What the banner says about the services that attributes of the script tag can start, by name.
   */
  readonly printed: Readonly<Record<string, readonly Fact[]>>
  /** Labels of the answers when the banner asks about one purpose. */
  readonly reject: string
  readonly accept: string
  /**
   * Labels of the answers when the banner asks about several purposes, and of the answers in the
   * preferences.
   */
  readonly rejectAll: string
  readonly acceptAll: string
  /** Names of the known categories, for use within a sentence. */
  readonly purposes: Readonly<Record<string, string>>
  /** The status message when all optional categories are granted. */
  readonly allowed: string
  /** The status message when no optional category is granted. */
  readonly refused: string
  /** The status message when some categories or services are granted. */
  readonly selected: string
  /** Label of the settings button. */
  readonly settings: string
}
