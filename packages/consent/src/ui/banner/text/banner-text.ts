import type { Fact } from '../../facts.tsx'

/** The short strings: what the banner and the status message say. */
export interface BannerText {
  readonly heading: string
  /** One honest sentence or two; `{purposes}` becomes the list of what is asked. */
  readonly lead: string
  readonly policy: string
  readonly more: string
  /**
   * The long items. The last one tells of the right to refuse and of what refusing changes; those
   * before it speak of Google Analytics, and are said only where a service of Google's is asked for.
   */
  readonly details: readonly Fact[]
  readonly preferences: string
  readonly reject: string
  readonly accept: string
  /** The known categories, as they stand in a sentence. */
  readonly purposes: Readonly<Record<string, string>>
  /** What the status message says after a choice. */
  readonly allowed: string
  readonly refused: string
  readonly selected: string
  /** The button that may stand on every page. */
  readonly settings: string
  readonly close: string
}
