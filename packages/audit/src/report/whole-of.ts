import type { Verdict } from '../judge/verdict.ts'
import { type TagFindings, tagsIn } from './tags.ts'
import type { ReportWords } from './words/en.ts'
import { fill } from './words/words-of.ts'

/**
 * Returns the breaches of an audit that nobody has accepted. What one tag does on one page is one
 * breach.
 */
export const failingTagsIn = ({ findings }: Pick<Verdict, 'findings'>): readonly TagFindings[] =>
  tagsIn(findings).filter(({ isAccepted }) => !isAccepted)

/**
 * Returns the sentence about the whole audit, and the sentences that follow.
 *
 * @param number Formats a number.
 */
export const wholeOf = (
  verdict: Verdict,
  { whole, wholeAccepted, next }: ReportWords,
  number: (value: number) => string,
): { readonly sentence: string; readonly next: readonly string[] } => {
  const { outcome, findings, seen, policy } = verdict
  const failing = failingTagsIn(verdict)
  const open = findings.filter(one => one.outcome === 'not-evaluable').length
  const accepted = tagsIn(findings).length - failing.length
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
