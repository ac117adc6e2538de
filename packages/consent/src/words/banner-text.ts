import type { ServiceDetails } from '../inventory/known-details.ts'
import type { DetailsWords } from './words-table.ts'

/** The texts of the banner and the status message, with our words about services. */
export interface BannerText extends DetailsWords {
  readonly heading: string
  /**
   * One or two sentences. `{purposes}` is replaced by the list of purposes that the banner asks
   * about.
   */
  readonly lead: string
  readonly policy: string
  readonly more: string
  /** The terms of the details of a service, in the order of `ServiceDetails`. */
  readonly terms: ServiceDetails
  /** The right to refuse, and the effect of refusing. */
  readonly right: readonly [term: string, description: string]
  readonly preferences: string
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
