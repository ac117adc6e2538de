import type { Comparison } from '../../judge/compare.ts'
import type { Verdict } from '../../judge/verdict.ts'
import type { TagFindings } from '../tags.ts'
import type { ReportWords } from '../words/en.ts'
import type { Formatters } from './format.ts'

/** The data that every part of the report is written from. */
export interface Context {
  readonly verdict: Verdict
  /** What fails, by page and tag. */
  readonly tags: readonly TagFindings[]
  readonly comparison?: Comparison | undefined
  readonly words: ReportWords
  readonly format: Formatters
}

/** Returns the heading of the column `standing`, which differs if there is no inventory. */
export const standingHeading = ({ policy }: Verdict, { contacts }: ReportWords): string =>
  policy ? contacts.standing : contacts.judgedAs
