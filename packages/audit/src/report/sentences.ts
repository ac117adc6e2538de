import type { Comparison } from '../judge/compare.ts'
import type { Evidence, Finding, Verdict } from '../judge/verdict.ts'
import type { PhaseName, SeenRequest } from '../seen.ts'
import { addressOf } from './merge-requests.ts'
import { printable } from './printable.ts'
import type { Unfinished } from './unfinished.ts'
import { en, type ReportWords } from './words/en.ts'
import { fill } from './words/words-of.ts'

/** Returns what a finding says, as a sentence. */
export const sentenceOf = (
  { rule, outcome, what, isNote, evidence }: Finding,
  words: ReportWords,
): string => {
  const { holds, fails, refusal } = words
  if (outcome !== 'fails' && !isNote) return holds[rule]
  if (rule === 'refusal-as-easy') return what === 'steps' ? refusal.steps : refusal.size
  return fill(fails[rule], { what: printable(what), held: heldOf(evidence, words) })
}

/**
 * Returns the addition of `held` to a sentence; empty if there are no requests, or if one other
 * than a fetched script was sent.
 */
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

/** Returns the names of phases, and the sentence why rules could not be judged in them. */
export const reasonIn = (
  { phases, reason }: Unfinished['reasons'][number],
  words: ReportWords,
): string => `${namesOf(phases, words)}: ${reasonOf(reason, phases, words)}`

/** Returns the names of phases in one text, with separators of the language. */
export const namesOf = (phases: readonly PhaseName[], words: ReportWords): string =>
  phases.map(name => words.phases[name]).join(words.separator)

/**
 * Returns in English which scripts, style sheet or page caused a request, nearest first; empty if
 * unknown.
 */
export const causeOf = ({ initiator, chain = [] }: SeenRequest): string => {
  const by = [initiator, ...chain].flatMap(({ url }) => url || [])
  return by.length ? `${en.evidence.initiator} ${by.join(` ${en.evidence.insertedBy} `)}` : ''
}

/** Returns a text: how many findings are new, the same and gone since an earlier audit. */
export const countsOf = (
  comparison: Comparison,
  words: ReportWords,
  format: (value: number) => string = String,
): string => {
  const count = (kind: 'new' | 'same' | 'gone') => format(comparison[kind].length)
  return fill(words.comparison.counts, {
    ...{ new: count('new'), same: count('same'), gone: count('gone') },
  })
}

/** Returns the acceptances that accept nothing, a sentence for each. */
export const idleSentences = (
  { idle }: Verdict,
  { acceptance }: ReportWords,
): readonly string[] => [
  ...(idle?.expired ?? []).map(one => fill(acceptance.expired, { ...one })),
  ...(idle?.unused ?? []).map(one => fill(acceptance.unused, { ...one })),
]
