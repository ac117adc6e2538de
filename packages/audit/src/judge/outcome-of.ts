import { PHASES, type Seen } from '../seen.ts'
import type { Comparison } from './compare.ts'
import { isPlayed } from './phase-in.ts'
import type { Finding, Outcome, Verdict } from './verdict.ts'

/**
 * Returns the outcome of an audit. An audit fails if a finding that nobody accepted fails, and
 * holds only if all four phases of all pages were played.
 */
export const outcomeOf = (findings: readonly Finding[], { pages }: Seen): Outcome => {
  if (findings.some(one => one.outcome === 'fails' && !one.accepted)) return 'fails'
  const isWhole =
    pages.length > 0 && pages.every(page => PHASES.every(name => isPlayed(page, name)))
  return !isWhole || findings.some(one => one.outcome === 'not-evaluable')
    ? 'not-evaluable'
    : 'holds'
}

/**
 * Returns the exit code of the command: 1 if a finding fails, 3 if none fails and something could
 * not be judged, else 0. Accepted findings do not count.
 *
 * @param comparison If there is an earlier audit to compare with, only what is new counts: what
 *   fails now and did not fail then, and what is open now and was not open then.
 */
export const exitCodeOf = (
  verdict: Pick<Verdict, 'findings' | 'seen'>,
  comparison?: Pick<Comparison, 'new' | 'newlyOpen'>,
): 0 | 1 | 3 => {
  const { findings, seen } = verdict
  const hasOpen = (all: readonly Finding[], outcome?: Outcome) =>
    all.some(one => !one.accepted && (!outcome || one.outcome === outcome))
  if (comparison ? hasOpen(comparison.new) : hasOpen(findings, 'fails')) return 1
  if (!seen.pages.length) return 3
  if (comparison) return hasOpen(comparison.newlyOpen) ? 3 : 0
  return hasOpen(findings, 'not-evaluable') || !isExplained(verdict) ? 3 : 0
}

/** Says whether each phase that was not played is in the evidence of some accepted finding. */
const isExplained = ({ findings, seen }: Pick<Verdict, 'findings' | 'seen'>): boolean =>
  seen.pages.every(page =>
    PHASES.filter(name => !isPlayed(page, name)).every(name =>
      findings.some(
        ({ page: url, accepted, evidence }) =>
          url === page.url &&
          accepted &&
          evidence.some(({ kind, phase }) => kind === 'not-played' && phase === name),
      ),
    ),
  )
