import type { Fact } from '../inventory/tree.ts'
import type { BannerSentences } from './en/banner.ts'

/** The texts of the banner and the status message. */
export interface BannerText extends Readonly<BannerSentences> {
  /** The right to refuse, and the effect of refusing. */
  readonly right: readonly [term: string, description: string]
  /** Names of the known categories, for use within a sentence. */
  readonly purposes: Readonly<Record<string, string>>
  /** What the banner says about services that attributes of the script tag can start, by name. */
  readonly printed: Readonly<Record<string, readonly Fact[]>>
}
