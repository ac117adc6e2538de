import { phaseIn } from '../phase-in.ts'
import { type Breach, conclude, notEvaluable, notPlayed, type Rule } from './rule.ts'

const RULE = 'refusal-kept'

/** Judges whether the banner does not ask again after the visitor has refused and reloaded. */
export const refusalKept: Rule = page => {
  const seen = phaseIn(page.seen, 'refuse')
  const phase = 'refuse'
  const asksAgain = seen?.banner?.asksAgain
  if (!seen || asksAgain === undefined)
    return notPlayed(page, phase).length
      ? conclude(page, RULE, [], [phase])
      : notEvaluable(RULE, phase, 'not-checked')
  const breaches: readonly Breach[] = [
    { what: 'again', evidence: { kind: 'controls', phase, controls: seen.banner?.controls ?? [] } },
    ...seen.clicks.map(
      (click): Breach => ({ what: 'again', evidence: { kind: 'click', phase, click } }),
    ),
  ]
  return conclude(page, RULE, asksAgain ? breaches : [], [])
}
