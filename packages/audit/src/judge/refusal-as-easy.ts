import type { SeenAnswer } from '../seen.ts'
import { conclude, notPlayed, type Page, PHASES, type Rule } from './rule.ts'
import { phaseOf } from './seen-in.ts'
import type { Evidence } from './verdict.ts'

/**
 * The largest area of the control that accepts, as a multiple of the area of the control that
 * refuses. Regulators ask for controls of equal size. Words differ in length, so fair controls are
 * not exactly equal, but a control twice as large as the other is unfair.
 *
 * @see https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/9677876 (commands of equal
 *   size, emphasis and colour)
 */
const LARGEST_RATIO = 1.5

/**
 * Judges whether refusing takes no more steps than accepting, and whether the control that accepts
 * has at most `LARGEST_RATIO` times the area of the control that refuses.
 */
export const refusalAsEasy: Rule = page => {
  const found = bannerOf(page)
  if (!found)
    return [
      { rule: 'refusal-as-easy', outcome: 'not-evaluable', what: '', evidence: missing(page) },
    ]
  const { accept, refuse } = found
  const evidence: Evidence = { kind: 'banner', ...found }
  const breaches = [
    ...(refuse.steps > accept.steps ? [{ what: 'steps', evidence }] : []),
    ...(areaOf(accept) > LARGEST_RATIO * areaOf(refuse) ? [{ what: 'size', evidence }] : []),
  ]
  return conclude(page, 'refusal-as-easy', breaches, [])
}

/** Returns why the controls were not compared: a phase was not played, or a control was missing. */
const missing = (page: Page): readonly Evidence[] => {
  const hasBanner = PHASES.some(name => phaseOf(page, name)?.banner)
  return (['refuse', 'accept'] as const).flatMap((name): readonly Evidence[] => {
    const stopped = notPlayed(page, name)
    if (stopped.length) return stopped
    if (PHASES.some(one => phaseOf(page, one)?.banner?.[name])) return []
    return [{ kind: 'not-played', phase: name, reason: hasBanner ? `no-${name}` : 'no-banner' }]
  })
}

const areaOf = ({ width, height }: SeenAnswer) => width * height

/** Returns the controls that accept and refuse, each from the first phase that shows it. */
const bannerOf = (page: Page) => {
  const of = (answer: 'accept' | 'refuse') =>
    PHASES.flatMap(phase => {
      const seen = phaseOf(page, phase)?.banner?.[answer]
      return seen ? [{ phase, seen }] : []
    })[0]
  const [accept, refuse] = [of('accept'), of('refuse')]
  return accept && refuse && { phase: refuse.phase, accept: accept.seen, refuse: refuse.seen }
}
