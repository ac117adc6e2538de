import type { Comparison } from '../../judge/compare.ts'
import type { Finding, Verdict } from '../../judge/verdict.ts'
import type { PhaseName, Screenshot, SeenPhase } from '../../seen.ts'
import type { TagFindings } from '../tags.ts'
import type { ReportWords } from '../words/report-words.ts'
import type { Format } from './format.ts'

/** The data that every part of the report is written from. */
export interface Context {
  readonly verdict: Verdict
  /** What fails, by page and tag. */
  readonly tags: readonly TagFindings[]
  readonly comparison?: Comparison | undefined
  readonly words: ReportWords
  readonly format: Format
}

/** A screenshot and the name by which the report refers to it. */
export interface Picture {
  readonly id: string
  readonly screenshot: Screenshot
}

/** Returns what was seen in a phase of a page. */
export const phaseIn = (
  { seen }: Verdict,
  page: string,
  phase: PhaseName | undefined,
): SeenPhase | undefined =>
  seen.pages.find(({ url }) => url === page)?.phases.find(({ name }) => name === phase)

/** Returns the heading of the column `standing`, which differs if there is no inventory. */
export const standingHeading = ({ policy }: Verdict, { contacts }: ReportWords): string =>
  policy ? contacts.standing : contacts.judgedAs

/** Returns the screenshot that shows a finding best: the first after the evidence, or the last. */
export const pictureOf = (verdict: Verdict, finding: Finding): Picture | undefined => {
  const [first] = finding.evidence
  const phase = first?.phase ?? finding.phase
  const screenshots = phaseIn(verdict, finding.page, phase)?.screenshots ?? []
  if (!screenshots.length) return undefined
  const at = first && 'request' in first ? first.request.at : timeOf(first)
  const found = screenshots.findIndex(one => one.at >= at)
  const index = found < 0 ? screenshots.length - 1 : found
  const screenshot = screenshots[index]
  if (!screenshot || !phase) return undefined
  return { id: pictureId(verdict, finding.page, phase, index), screenshot }
}

/** Returns the id of a screenshot in the report, such as `picture-1-accept-2`. */
export const pictureId = (
  { seen }: Verdict,
  page: string,
  phase: PhaseName,
  index: number,
): string => `picture-${seen.pages.findIndex(({ url }) => url === page) + 1}-${phase}-${index + 1}`

const timeOf = (evidence: Finding['evidence'][number] | undefined): number =>
  evidence?.kind === 'cookie'
    ? evidence.cookie.at
    : evidence?.kind === 'storage'
      ? evidence.storage.at
      : evidence?.kind === 'banner'
        ? 0
        : Number.POSITIVE_INFINITY
