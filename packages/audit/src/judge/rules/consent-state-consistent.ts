import { PHASES, type PhaseName, type SeenRequest } from '../../seen.ts'
import { phaseIn } from '../phase-in.ts'
import { consentStateOf } from './consent-state.ts'
import { conclude, type JudgedPage, type Rule } from './rule.ts'
import { isCertain } from './seen-in.ts'

/**
 * Judges whether the consent state in Google's requests matches the visitor's answer: a request
 * that is sent without a grant says neither `granted` nor `not-set`, and the last request after an
 * acceptance does not deny everything. Returns no findings for a phase in which no request has a
 * consent state.
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

const hitsOf = (page: JudgedPage, name: PhaseName): readonly SeenRequest[] => {
  const phase = phaseIn(page.seen, name)
  return (phase?.requests ?? []).filter(
    one => phase && isCertain(phase, one) && Object.values(consentStateOf(one)).some(Boolean),
  )
}

/** Says whether a request sent without a grant has a signal that Google treats as granted. */
const isTooMuch = (request: SeenRequest) =>
  request.answer !== 'accepted' &&
  Object.values(consentStateOf(request)).some(state => state === 'granted' || state === 'not-set')

/** Returns the last request after an acceptance if this request denies every signal it has. */
const tooLittle = (hits: readonly SeenRequest[]): readonly SeenRequest[] => {
  const last = hits.filter(({ answer }) => answer === 'accepted').slice(-1)
  return last.filter(one =>
    Object.values(consentStateOf(one)).every(state => !state || state === 'denied'),
  )
}
