import type { Verdict } from '../judge/verdict.ts'
import { tagsIn } from './tags.ts'
import type { ReportWords } from './words/en.ts'
import { fill } from './words/words-of.ts'

/**
 * Returns the sentence about the whole audit, and the sentences that follow. What one tag does on
 * one page counts as one breach.
 *
 * @param number Formats a number.
 */
export const wholeOf = (
  { outcome, findings, seen, policy }: Verdict,
  { whole, wholeAccepted, next }: ReportWords,
  number: (value: number) => string,
): { readonly sentence: string; readonly next: readonly string[] } => {
  const tags = tagsIn(findings)
  const failing = tags.filter(({ isAccepted }) => !isAccepted)
  const open = findings.filter(one => one.outcome === 'not-evaluable').length
  const accepted = tags.length - failing.length
  const counted = (text: string, n: number) =>
    fill(text, { n: number(n), all: number(seen.pages.length) })
  const isFailing = outcome === 'fails'
  const pages = new Set(failing.map(({ page }) => page)).size
  const sentences = [
    isFailing && counted(next.fails, pages),
    isFailing && accepted > 0 && counted(next.accepted, accepted),
    outcome === 'holds' && next.holds,
    open > 0 && counted(isFailing ? next.alsoUnfinished : next.unfinished, open),
    !policy && next.noInventory,
  ]
  return {
    sentence: !isFailing && accepted ? wholeAccepted : counted(whole[outcome], failing.length),
    next: sentences.filter(one => one !== false),
  }
}
