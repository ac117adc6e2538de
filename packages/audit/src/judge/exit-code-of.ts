import type { Comparison } from './compare.ts'
import { PHASES } from './phases.ts'
import type { Finding, Verdict } from './verdict.ts'

/**
 * Returns the exit code of the command: 1 if a finding fails, 3 if none fails and something could
 * not be judged, else 0. Accepted findings do not count.
 *
 * @param comparison If there is an earlier audit to compare with, only what is new counts: what
 *   fails now and did not fail then, and what could be judged then and cannot be judged now.
 */
export const exitCodeOf = (
  verdict: Pick<Verdict, 'findings' | 'seen'>,
  comparison?: Pick<Comparison, 'new' | 'newlyOpen'>,
): 0 | 1 | 3 => {
  const { findings, seen } = verdict
  const of = (outcome: Finding['outcome']) => findings.filter(one => one.outcome === outcome)
  if ((comparison?.new ?? of('fails')).some(one => !one.accepted)) return 1
  if (!seen.pages.length) return 3
  if (comparison) return comparison.newlyOpen.some(one => !one.accepted) ? 3 : 0
  const isOpen = of('not-evaluable').some(one => !one.accepted) || !isExplained(verdict)
  return isOpen ? 3 : 0
}

/** Says whether an accepted finding names each phase that was not played. */
const isExplained = ({ findings, seen }: Pick<Verdict, 'findings' | 'seen'>): boolean =>
  seen.pages.every(({ url, phases }) =>
    PHASES.filter(name => !phases.some(one => one.name === name && !one.notPlayed)).every(name =>
      findings.some(
        ({ page, accepted, evidence }) =>
          page === url &&
          accepted &&
          evidence.some(({ kind, phase }) => kind === 'not-played' && phase === name),
      ),
    ),
  )
