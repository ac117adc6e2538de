import type { Seen } from '../seen.ts'
import { PHASES } from './phases.ts'
import type { Finding, Outcome } from './verdict.ts'

/**
 * Returns the outcome of an audit. It fails if a finding that nobody accepted fails, and holds only
 * if all four phases of all pages were played.
 */
export const outcomeOf = (findings: readonly Finding[], { pages }: Seen): Outcome => {
  if (findings.some(one => one.outcome === 'fails' && !one.accepted)) return 'fails'
  const isWhole =
    pages.length > 0 &&
    pages.every(({ phases }) =>
      PHASES.every(name => phases.some(one => one.name === name && !one.notPlayed)),
    )
  return !isWhole || findings.some(one => one.outcome === 'not-evaluable')
    ? 'not-evaluable'
    : 'holds'
}
