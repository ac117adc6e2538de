import type { NotPlayed } from '../../seen.ts'
import { phaseIn } from '../phase-in.ts'
import { conclude, notEvaluable, type Rule } from './rule.ts'
import { breachesIn } from './seen-in.ts'

const RULE = 'refusal-possible'

/**
 * Reasons that can end a phase at any time, so also after the visitor has refused. With `other-site`
 * the control that refuses may itself have led there.
 */
const ENDED: readonly NotPlayed[] = [
  ...(['time-limit', 'request-limit', 'interrupted', 'error'] as const),
  ...(['no-answer', 'certificate'] as const),
]

/**
 * Judges whether the visitor can refuse at all. A banner that has a control to accept, but none to
 * refuse or to open settings, breaks the rule if the page uses anything that needs consent. If the
 * audit finds no refusal, but the banner has settings or a control of which the audit does not know
 * what it does, the rule is not evaluable.
 */
export const refusalPossible: Rule = page => {
  const phase = 'refuse'
  const seen = phaseIn(page.seen, phase)
  // A phase that ended early, but after the refusal, has shown that the visitor can refuse.
  const hasRefused = seen?.requests.some(({ answer }) => answer === 'refused')
  const isEnded = seen?.notPlayed && ENDED.includes(seen.notPlayed)
  if (seen?.banner?.asksAgain !== undefined || (isEnded && hasRefused))
    return conclude(page, RULE, [], [])
  if (seen?.notPlayed !== 'no-refuse') return conclude(page, RULE, [], [phase])
  const { controls } = seen.banner ?? {}
  const has = (answer: 'accept' | 'refuse') =>
    controls?.some(({ act }) => act === answer) ||
    page.seen.phases.some(({ banner }) => banner?.[answer])
  if (!controls || !has('accept') || has('refuse')) return conclude(page, RULE, [], [phase])
  const unknown = controls.filter(({ act }) => !act)
  if (unknown.length)
    return notEvaluable(RULE, phase, 'unknown-controls', unknown.map(one => one.words).join(' · '))
  if (!breachesIn(page, ['requests', 'cookies', 'storage']).length)
    return notEvaluable(RULE, phase, 'nothing-asked')
  return conclude(
    page,
    RULE,
    [{ what: 'no-refuse', evidence: { kind: 'controls', phase, controls } }],
    [],
  )
}
