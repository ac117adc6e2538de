import type { Answer, Moment, NotPlayed, PhaseName, SeenPhase } from '../seen.ts'
import { PHASES } from './phases.ts'
import type { Page } from './rule.ts'

/** Returns what was seen in a phase; `undefined` if the audit left this phase out. */
export const phaseOf = ({ seen }: Page, name: PhaseName): SeenPhase | undefined =>
  seen.phases.find(one => one.name === name)

/** The reasons for which an answer is not certain: the banner may have ignored or misread it. */
const UNCERTAIN: readonly (NotPlayed | undefined)[] = ['stays', 'unclear', 'no-effect']

/** Says whether the visitor's answer in a phase is certain enough to judge the page by it. */
export const isCertain = ({ notPlayed }: SeenPhase, { answer }: Moment): boolean =>
  answer === 'none' || !UNCERTAIN.includes(notPlayed)

/**
 * Lists the requests, cookies or keys of all phases, each with its phase, filtered by answer. Leaves
 * out what was seen after an answer that is not certain.
 */
export const seenIn = <Kind extends 'requests' | 'cookies' | 'storage'>(
  page: Page,
  kind: Kind,
  answers?: readonly Answer[],
): readonly { readonly phase: PhaseName; readonly one: SeenPhase[Kind][number] }[] =>
  PHASES.flatMap(phase => {
    const seen = phaseOf(page, phase)
    return (seen?.[kind] ?? [])
      .filter(one => !answers || (seen && isCertain(seen, one) && answers.includes(one.answer)))
      .map(one => ({ phase, one: one as SeenPhase[Kind][number] }))
  })

/**
 * Lists the cookies or keys that were left at the end of a phase, each with the phase.
 *
 * @param answer Lists only what was left after this answer. @default everything
 */
export const leftIn = <Kind extends 'cookies' | 'storage'>(
  page: Page,
  kind: Kind,
  phase: PhaseName,
  answer?: Answer,
): readonly { readonly phase: PhaseName; readonly one: SeenPhase[Kind][number] }[] => {
  const seen = phaseOf(page, phase)
  return (seen?.[`${kind}Left`] ?? [])
    .filter(one => !answer || (seen && isCertain(seen, one) && one.answer === answer))
    .map(one => ({ phase, one: one as SeenPhase[Kind][number] }))
}
