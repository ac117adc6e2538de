import type { SeenAnswer } from '../seen.ts'
import { conclude, notPlayed, type Page, PHASES, phaseOf, type Rule } from './rule.ts'
import type { Evidence } from './verdict.ts'

/**
 * How many times larger than the control that refuses the control that accepts may be, by area.
 * Regulators ask for controls of equal size; words differ in length, so a fair pair is not exactly
 * equal, and an accept twice as large is no fair pair.
 *
 * @see https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/9677876 (commands of equal
 *   size, emphasis and colour)
 */
const LARGEST_RATIO = 1.5

/** Refusing takes no more steps than accepting, and its control is not markedly smaller. */
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

/** Tells why the answers could not be compared: a phase was not played, or had no such control. */
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

/** Returns both answers, from the first phases in which they were seen. */
const bannerOf = (page: Page) => {
  const of = (answer: 'accept' | 'refuse') =>
    PHASES.flatMap(phase => {
      const seen = phaseOf(page, phase)?.banner?.[answer]
      return seen ? [{ phase, seen }] : []
    })[0]
  const [accept, refuse] = [of('accept'), of('refuse')]
  return accept && refuse && { phase: refuse.phase, accept: accept.seen, refuse: refuse.seen }
}
