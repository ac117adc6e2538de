import { groupBy } from '../judge/group-by.ts'
import type { Evidence, Finding } from '../judge/verdict.ts'

/** The findings that fail on one page, of one tag (see `Finding.tag`) or of the banner. */
export interface TagFindings {
  readonly page: string
  readonly tag?: string | undefined
  /** What fails, in the order of the rules. At least one. */
  readonly findings: readonly [Finding, ...Finding[]]
  /** The evidence of all findings, each `SeenRequest`, `SeenCookie` and `SeenStorage` once. */
  readonly evidence: readonly Evidence[]
  readonly isAccepted: boolean
}

/** Returns what fails, by page and tag, in the order of the first finding of each tag. */
export const tagsIn = (findings: readonly Finding[]): readonly TagFindings[] => {
  const failed = findings.filter(({ outcome }) => outcome === 'fails')
  return [...groupBy(failed, ({ page, tag }) => JSON.stringify([page, tag])).values()].map(all => ({
    page: all[0].page,
    tag: all[0].tag,
    findings: all,
    evidence: withoutDoubles(all.flatMap(({ evidence }) => evidence)),
    isAccepted: all.every(({ accepted }) => accepted),
  }))
}

/**
 * Keeps one piece of evidence for each `SeenRequest`, `SeenCookie` and `SeenStorage`, if possible
 * with `declared`.
 */
const withoutDoubles = (all: readonly Evidence[]): readonly Evidence[] => {
  const doubles = groupBy(all, thingIn)
  return [...doubles.values()].map(
    same => same.find(one => 'declared' in one && one.declared !== undefined) ?? same[0],
  )
}

const thingIn = (one: Evidence): unknown => {
  if (one.kind === 'request') return one.request
  if (one.kind === 'cookie') return one.cookie
  return one.kind === 'storage' ? one.storage : one
}
