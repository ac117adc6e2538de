import { PHASES, type PhaseName, type SeenPage, type SeenPhase } from '../seen.ts'

/** Returns what was seen in a phase of a page; `undefined` if the audit left this phase out. */
export const phaseIn = (
  page: SeenPage | undefined,
  phase: PhaseName | undefined,
): SeenPhase | undefined => page?.phases.find(({ name }) => name === phase)

/** Says whether a phase of a page was played to its end. */
export const isPlayed = (page: SeenPage, phase: PhaseName): boolean => {
  const seen = phaseIn(page, phase)
  return seen !== undefined && !seen.notPlayed
}

/** Returns the phases that have some evidence, in the order of the report. */
export const phasesOf = (
  evidence: readonly { readonly phase: PhaseName }[],
): readonly PhaseName[] => PHASES.filter(name => evidence.some(({ phase }) => phase === name))
