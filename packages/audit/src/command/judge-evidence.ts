import type { Inventory } from '@spaceone/consent/inventory'
import { acceptFindings } from '../judge/accept.ts'
import { type Comparison, compareVerdicts } from '../judge/compare.ts'
import { judge } from '../judge/judge.ts'
import type { Acceptance, Verdict } from '../judge/verdict.ts'
import type { Seen } from '../seen.ts'

/** What an audit has seen, and the inventory to judge it with. */
export interface JudgeInput {
  readonly seen: Seen
  readonly inventory?: Inventory | undefined
}

/** Judges an audit, and an earlier one if there is a baseline, by the same rules. */
export const judgeEvidence = (
  now: JudgeInput,
  before: JudgeInput | undefined,
  acceptances: readonly Acceptance[],
): { readonly verdict: Verdict; readonly comparison: Comparison | undefined } => {
  const verdict = acceptFindings(judge(now.seen, now.inventory), acceptances, Date.now())
  const comparison = before && compareVerdicts(verdict, judge(before.seen, before.inventory))
  return { verdict, comparison }
}
