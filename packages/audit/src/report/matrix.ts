import type { Finding, Outcome, RuleName } from '../judge/verdict.ts'
import type { PhaseName } from '../seen.ts'

/** A row of the table of outcomes: a subject, and the rule that judges it in a phase, if any. */
export interface MatrixRow {
  readonly topic: 'contacted' | 'stored' | 'state'
  readonly rules: Readonly<Partial<Record<PhaseName, RuleName>>>
}

const STATE = 'consent-state-consistent'

/** The rows of the table of outcomes: which rule judges which subject in which phase. */
export const MATRIX: readonly MatrixRow[] = [
  {
    topic: 'contacted',
    rules: {
      'no-choice': 'no-contact-before-choice',
      refuse: 'no-contact-after-refusal',
      accept: 'only-declared-after-acceptance',
      withdraw: 'no-contact-after-withdrawal',
    },
  },
  {
    topic: 'stored',
    rules: {
      'no-choice': 'nothing-stored-before-choice',
      refuse: 'nothing-stored-after-refusal',
      withdraw: 'nothing-stored-after-withdrawal',
    },
  },
  {
    topic: 'state',
    rules: { 'no-choice': STATE, refuse: STATE, accept: STATE, withdraw: STATE },
  },
]

/**
 * Returns the worst outcome of a rule in one phase, or in all, notes apart; `undefined` if there is
 * none.
 */
export const outcomeIn = (
  findings: readonly Finding[],
  rule: RuleName | undefined,
  phase?: PhaseName,
): Outcome | undefined => {
  const outcomes = findings
    .filter(one => one.rule === rule && (!phase || one.phase === phase) && !one.isNote)
    .map(({ outcome }) => outcome)
  return (['fails', 'not-evaluable', 'holds'] as const).find(one => outcomes.includes(one))
}
