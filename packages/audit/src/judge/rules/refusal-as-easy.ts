import { PHASES, type SeenAnswer } from '../../seen.ts'
import { columnsOf } from '../columns-of.ts'
import { phaseIn } from '../phase-in.ts'
import type { Evidence } from '../verdict.ts'
import { conclude, type JudgedPage, notPlayed, type Rule } from './rule.ts'

/**
 * The largest area of the control that accepts, as a multiple of the area of the control that
 * refuses. The Italian regulator asks for controls of equal size. Controls that differ a little
 * are fair, but a control twice as large as the other is unfair.
 *
 * @see https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/9677876 (commands of equal
 *   size, emphasis and colour)
 */
const LARGEST_RATIO = 1.5

/**
 * Judges whether refusing takes no more steps than accepting, and whether the control that accepts
 * has at most `LARGEST_RATIO` times the area of the control that refuses. A control that is larger
 * only because its words are longer breaks no rule: then its area for each column of its words is
 * at most `LARGEST_RATIO` times the other's.
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
    ...(isLarger(page, accept, refuse) ? [{ what: 'size', evidence }] : []),
  ]
  return conclude(page, 'refusal-as-easy', breaches, [])
}

/** Returns why the controls were not compared: a phase was not played, or a control was missing. */
const missing = (page: JudgedPage): readonly Evidence[] => {
  const hasBanner = PHASES.some(name => phaseIn(page.seen, name)?.banner)
  return (['refuse', 'accept'] as const).flatMap((name): readonly Evidence[] => {
    const stopped = notPlayed(page, name)
    if (stopped.length) return stopped
    if (PHASES.some(one => phaseIn(page.seen, one)?.banner?.[name])) return []
    return [{ kind: 'not-played', phase: name, reason: hasBanner ? `no-${name}` : 'no-banner' }]
  })
}

const areaOf = ({ width, height }: SeenAnswer) => width * height

const isLarger = (page: JudgedPage, accept: SeenAnswer, refuse: SeenAnswer): boolean => {
  const ratio = areaOf(accept) / areaOf(refuse)
  const [longer, shorter] = [columnsFor(page, 'accept'), columnsFor(page, 'refuse')]
  return (
    ratio > LARGEST_RATIO && (!longer || !shorter || (ratio * shorter) / longer > LARGEST_RATIO)
  )
}

/**
 * Returns the width of the words on the control for an answer, in columns of a terminal (see
 * `columnsOf`): on the control that the audit pressed, else on one of the banner; `undefined` if
 * the words are not known.
 */
const columnsFor = ({ seen }: JudgedPage, answer: 'accept' | 'refuse'): number | undefined => {
  const pressed = seen.phases.flatMap(({ clicks }) => clicks)
  const shown = seen.phases.flatMap(({ banner }) => banner?.controls ?? [])
  const words = [...pressed, ...shown].find(({ act }) => act === answer)?.words
  return words ? columnsOf(words) : undefined
}

/** Returns the controls that accept and refuse, each from the first phase that shows it. */
const bannerOf = (page: JudgedPage) => {
  const of = (answer: 'accept' | 'refuse') =>
    PHASES.flatMap(phase => {
      const seen = phaseIn(page.seen, phase)?.banner?.[answer]
      return seen ? [{ phase, seen }] : []
    })[0]
  const [accept, refuse] = [of('accept'), of('refuse')]
  return accept && refuse && { phase: refuse.phase, accept: accept.seen, refuse: refuse.seen }
}
