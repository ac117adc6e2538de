import { groupBy } from '../judge/group-by.ts'
import type { Evidence, Finding } from '../judge/verdict.ts'

/** The rules of a page that could not be judged for one reason. */
export interface Unfinished {
  readonly page: string
  readonly findings: readonly Finding[]
  /** The phases that were not played, and why. */
  readonly reasons: readonly (Evidence & { readonly kind: 'not-played' })[]
}

/** Returns the findings that could not be judged, by page and reason. */
export const unfinishedOf = (findings: readonly Finding[]): readonly Unfinished[] => {
  const open = findings.filter(({ outcome }) => outcome === 'not-evaluable')
  return [...groupBy(open, one => JSON.stringify([one.page, one.evidence])).values()].map(
    group => ({
      page: group[0].page,
      findings: group,
      reasons: group[0].evidence.flatMap(one => (one.kind === 'not-played' ? [one] : [])),
    }),
  )
}
