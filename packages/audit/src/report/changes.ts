import type { Comparison } from '../judge/compare.ts'
import type { Finding } from '../judge/verdict.ts'

/** The kinds of changes, in the order of the reports. What stayed the same is no change. */
const CHANGES = ['new', 'gone', 'notJudged', 'newlyOpen'] as const

/** Returns the changes since an earlier audit, without the kinds that have no finding. */
export const changesOf = (
  comparison: Comparison,
): readonly {
  readonly change: (typeof CHANGES)[number]
  readonly findings: readonly Finding[]
}[] =>
  CHANGES.map(change => ({ change, findings: comparison[change] })).filter(
    ({ findings }) => findings.length > 0,
  )
