import type { Declarations } from '../inventory/declarations.ts'
import type { Answer, PhaseName, SeenPage, SeenPhase } from '../seen.ts'
import { groupBy } from './group-by.ts'
import type { Evidence, Finding, RuleName } from './verdict.ts'

/** The phases in the order in which they are told. */
export const PHASES: readonly PhaseName[] = ['no-choice', 'refuse', 'accept', 'withdraw']

/** One page, and what is declared for it. */
export interface Page {
  readonly seen: SeenPage
  /** The address after redirects. */
  readonly url: string
  /** The registrable domain of that address. */
  readonly site: string
  /** Missing where there is no inventory. */
  readonly declared?: Declarations | undefined
}

/** A finding of one page, without the page. */
export type PageFinding = Omit<Finding, 'page'>

/** Judges one page. Returns nothing where the rule needs an inventory and there is none. */
export type Rule = (page: Page) => readonly PageFinding[]

/** Something that breaks a rule, and one piece of its evidence. */
export interface Breach {
  readonly what: string
  readonly evidence: Evidence
}

/** Returns the phase of a name, if the audit came so far. */
export const phaseOf = ({ seen }: Page, name: PhaseName): SeenPhase | undefined =>
  seen.phases.find(one => one.name === name)

/** Lists what was seen of one kind in all phases, with the phase. */
export const seenIn = <Kind extends 'requests' | 'cookies' | 'storage'>(
  page: Page,
  kind: Kind,
  answers?: readonly Answer[],
): readonly { readonly phase: PhaseName; readonly one: SeenPhase[Kind][number] }[] =>
  PHASES.flatMap(phase =>
    (phaseOf(page, phase)?.[kind] ?? [])
      .filter(({ answer }) => !answers || answers.includes(answer))
      .map(one => ({ phase, one: one as SeenPhase[Kind][number] })),
  )

/** Lists what a phase has left of one kind, with the phase. */
export const leftIn = <Kind extends 'cookies' | 'storage'>(
  page: Page,
  kind: Kind,
  phase: PhaseName,
): readonly { readonly phase: PhaseName; readonly one: SeenPhase[Kind][number] }[] =>
  (phaseOf(page, phase)?.[`${kind}Left`] ?? []).map(one => ({
    phase,
    one: one as SeenPhase[Kind][number],
  }))

/**
 * Returns the findings of a rule. Each thing that breaks the rule is one finding with all of its
 * evidence. A rule that nothing breaks holds only if the phases that it needs were played.
 *
 * @param phase The phase that the rule is about. @default the whole page
 */
export const conclude = (
  page: Page,
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
      evidence: all.map(({ evidence }) => evidence),
    }))
  const missing = needed.flatMap(name => notPlayed(page, name))
  return [
    { rule, outcome: missing[0] ? 'not-evaluable' : 'holds', phase, what: '', evidence: missing },
  ]
}

/** Returns the evidence that a phase was not played; nothing if it was. */
export const notPlayed = (page: Page, name: PhaseName): readonly Evidence[] => {
  const phase = phaseOf(page, name)
  if (phase && !phase.notPlayed) return []
  const reason = phase?.notPlayed ?? 'missing'
  return [{ kind: 'not-played', phase: name, reason, detail: phase?.detail }]
}
