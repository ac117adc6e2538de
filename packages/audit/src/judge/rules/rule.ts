import type { Declarations } from '../../inventory/declarations.ts'
import type { PhaseName, SeenPage } from '../../seen.ts'
import { groupBy } from '../group-by.ts'
import { isPlayed, phaseIn } from '../phase-in.ts'
import type { Evidence, Finding, OpenReason, RuleName } from '../verdict.ts'
import { tagOf } from './asked-for.ts'

/** The rules about a whole page, in the order of the report. */
export const PAGE_RULES = [
  'refusal-possible',
  'refusal-as-easy',
  'refusal-kept',
  'recipients-declared',
  'cookies-declared',
  'lifetimes-as-declared',
] as const

/** One page, and what the inventory declares for this page. */
export interface JudgedPage {
  readonly seen: SeenPage
  /** The address after redirects, or the given one if no page was loaded. */
  readonly url: string
  /** The registrable domain of `url`. */
  readonly site: string
  /** What the inventory declares; missing if there is no inventory. */
  readonly declared?: Declarations | undefined
}

/** A finding about one page, without the page's address and without an id. */
export type PageFinding = Omit<Finding, 'id' | 'page'>

/** Judges one page. A rule that needs an inventory finds no breach if there is none. */
export type Rule = (page: JudgedPage) => readonly PageFinding[]

/** Something that breaks a rule, and one piece of its evidence. */
export interface Breach {
  readonly what: string
  readonly evidence: Evidence
}

/**
 * Returns the findings of a rule. Each thing that breaks the rule is one finding with all of its
 * evidence. A rule that nothing breaks holds only if the phases in `needed` were played.
 *
 * @param phase The phase that the rule is about. @default for a thing that breaks the rule,
 *   the phase of its first evidence; otherwise the whole page
 */
export const conclude = (
  page: JudgedPage,
  rule: RuleName,
  breaches: readonly Breach[],
  needed: readonly PhaseName[],
  phase?: PhaseName,
): readonly PageFinding[] => {
  const broken = groupBy(breaches, ({ what }) => what)
  if (broken.size)
    return [...broken].map(([what, all]) => ({
      rule,
      outcome: 'fails',
      phase: phase ?? all[0].evidence.phase,
      what,
      tag: tagOf(page, what, all[0].evidence),
      evidence: all.map(({ evidence }) => evidence),
    }))
  const missing = needed.flatMap(name => notPlayed(page, name))
  return [
    { rule, outcome: missing[0] ? 'not-evaluable' : 'holds', phase, what: '', evidence: missing },
  ]
}

/** Returns the finding that a rule could not be judged, with one reason. */
export const notEvaluable = (
  rule: RuleName,
  phase: PhaseName,
  reason: OpenReason,
  detail?: string,
): readonly PageFinding[] => [
  {
    ...{ rule, outcome: 'not-evaluable', what: '' },
    evidence: [{ kind: 'not-played', phase, reason, detail }],
  },
]

/** Returns the evidence that a phase was not played; an empty list if the phase was played. */
export const notPlayed = (page: JudgedPage, name: PhaseName): readonly Evidence[] => {
  if (isPlayed(page.seen, name)) return []
  const phase = phaseIn(page.seen, name)
  const reason = phase?.notPlayed ?? 'missing'
  return [{ kind: 'not-played', phase: name, reason, detail: phase?.detail }]
}
