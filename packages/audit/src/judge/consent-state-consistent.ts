import type { PhaseName, SeenRequest } from '../seen.ts'
import { consentStateOf } from './consent-state.ts'
import { conclude, type Page, PHASES, phaseOf, type Rule } from './rule.ts'

/**
 * Google's consent state in requests is what the visitor answered: nothing granted without a grant,
 * and after an acceptance not everything denied to the end. Returns nothing for a phase without such
 * requests.
 */
export const consentStateConsistent: Rule = page =>
  PHASES.flatMap(phase => {
    const hits = hitsOf(page, phase)
    if (!hits.length) return []
    const wrong = [...hits.filter(isTooMuch), ...tooLittle(hits)]
    const breaches = wrong.map(request => ({
      what: request.gcs ?? request.gcd ?? '',
      evidence: { kind: 'request' as const, phase, request },
    }))
    return conclude(page, 'consent-state-consistent', breaches, [phase], phase)
  })

const hitsOf = (page: Page, phase: PhaseName): readonly SeenRequest[] =>
  (phaseOf(page, phase)?.requests ?? []).filter(one =>
    Object.values(consentStateOf(one)).some(Boolean),
  )

/** A signal without a state counts as granted at Google. */
const isTooMuch = (request: SeenRequest) =>
  request.answer !== 'accepted' &&
  Object.values(consentStateOf(request)).some(state => state === 'granted' || state === 'not-set')

/** Returns the last request of an acceptance if it says that everything is denied. */
const tooLittle = (hits: readonly SeenRequest[]): readonly SeenRequest[] => {
  const last = hits.filter(({ answer }) => answer === 'accepted').slice(-1)
  return last.filter(one =>
    Object.values(consentStateOf(one)).every(state => !state || state === 'denied'),
  )
}
