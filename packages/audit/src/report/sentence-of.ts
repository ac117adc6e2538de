import type { Finding } from '../judge/verdict.ts'
import { printable } from './printable.ts'
import type { ReportWords } from './words/report-words.ts'
import { fill } from './words/words-of.ts'

/** Returns what a finding says, as a sentence. */
export const sentenceOf = (
  { rule, outcome, what, isNote }: Finding,
  { rules, refusal }: ReportWords,
): string => {
  if (outcome !== 'fails' && !isNote) return rules[rule].holds
  if (rule === 'refusal-as-easy') return what === 'steps' ? refusal.steps : refusal.size
  return fill(rules[rule].fails, { what: printable(what) })
}
