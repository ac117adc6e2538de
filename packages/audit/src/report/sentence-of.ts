import type { Evidence, Finding } from '../judge/verdict.ts'
import type { PhaseName } from '../seen.ts'
import { addressOf } from './merge-requests.ts'
import { printable } from './printable.ts'
import type { ReportWords } from './words/report-words.ts'
import { fill } from './words/words-of.ts'

/** Returns what a finding says, as a sentence. */
export const sentenceOf = (
  { rule, outcome, what, isNote, evidence }: Finding,
  words: ReportWords,
): string => {
  const { rules, refusal } = words
  if (outcome !== 'fails' && !isNote) return rules[rule].holds
  if (rule === 'refusal-as-easy') return what === 'steps' ? refusal.steps : refusal.size
  return fill(rules[rule].fails, { what: printable(what), held: heldOf(evidence, words) })
}

/** Returns what became of the requests: nothing if one of them reached the network otherwise. */
const heldOf = (evidence: readonly Evidence[], { held }: ReportWords): string => {
  const requests = evidence.flatMap(one => (one.kind === 'request' ? [one.request] : []))
  const sent = requests.filter(({ isHeld }) => !isHeld)
  if (!requests.length || sent.some(({ fetched }) => fetched === undefined)) return ''
  const scripts = new Set(sent.map(({ fetched = '' }) => addressOf(fetched)))
  return scripts.size ? fill(held.butScripts, { n: scripts.size }) : held.all
}

/** Returns why rules could not be judged in some phases, as a sentence. */
export const reasonOf = (
  reason: keyof ReportWords['reasons'],
  phases: readonly PhaseName[],
  words: ReportWords,
): string =>
  reason === 'stays' && phases.every(name => name === 'refuse')
    ? words.staysRefused
    : words.reasons[reason]
