import { groupBy } from '../judge/group-by.ts'
import { phasesOf } from '../judge/phase-in.ts'
import type { Evidence, Finding } from '../judge/verdict.ts'
import type { PhaseName } from '../seen.ts'

type NotPlayedEvidence = Evidence & { readonly kind: 'not-played' }

/** A reason why rules could not be judged, and the phases that have this reason. */
interface Reason extends Pick<NotPlayedEvidence, 'reason' | 'detail'> {
  readonly phases: readonly PhaseName[]
}

/** The rules that could not be judged on a page, all for the same reasons. */
export interface Unfinished {
  readonly page: string
  readonly findings: readonly Finding[]
  readonly reasons: readonly Reason[]
}

/** Returns the findings that could not be judged, by page and reasons. */
export const unfinishedOf = (findings: readonly Finding[]): readonly Unfinished[] => {
  const open = findings.filter(({ outcome }) => outcome === 'not-evaluable')
  return [...groupBy(open, openKey).values()].map(group => ({
    page: group[0].page,
    findings: group,
    reasons: [...groupBy(group.flatMap(stopsIn), stopKey).values()].map(stops => ({
      reason: stops[0].reason,
      detail: stops[0].detail,
      phases: phasesOf(stops),
    })),
  }))
}

const stopsIn = ({ evidence }: Finding): readonly NotPlayedEvidence[] =>
  evidence.flatMap(one => (one.kind === 'not-played' ? [one] : []))

const stopKey = ({ reason, detail = '' }: NotPlayedEvidence): string => `${reason} ${detail}`

const openKey = (finding: Finding): string =>
  JSON.stringify([finding.page, [...new Set(stopsIn(finding).map(stopKey))].sort()])
