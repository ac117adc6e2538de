import { PHASES } from '../seen.ts'
import { idsFor } from './id-of.ts'
import { isPlayed } from './phase-in.ts'
import { PAGE_RULES } from './rules/rule.ts'
import type { Finding, RuleName, Verdict } from './verdict.ts'

/** The rules that nothing breaks without an inventory. */
const ABOUT_DECLARATIONS: readonly RuleName[] = [
  ...(['only-declared-after-acceptance', 'recipients-declared'] as const),
  ...(['cookies-declared', 'lifetimes-as-declared'] as const),
]

/** How the findings of an audit differ from those of an earlier audit of the same pages. */
export interface Comparison {
  /** What fails now, and did not fail in the earlier audit. */
  readonly new: readonly Finding[]
  /** What fails in both audits; the findings of the later audit. */
  readonly same: readonly Finding[]
  /** What failed in the earlier audit, was judged again, and does not fail now. */
  readonly gone: readonly Finding[]
  /** What failed in the earlier audit and could not be judged now; or its page was not audited. */
  readonly notJudged: readonly Finding[]
  /** What cannot be judged now and was not open in the earlier audit. */
  readonly newlyOpen: readonly Finding[]
}

/** The options that all reports but the JSON one have in common. */
export interface ReportOptions {
  /** What changed since an earlier audit. */
  readonly comparison?: Comparison | undefined
}

const failing = ({ findings }: Verdict) => findings.filter(({ outcome }) => outcome === 'fails')
const openIn = ({ findings }: Verdict) =>
  findings.filter(({ outcome }) => outcome === 'not-evaluable')

/**
 * Compares two audits by the ids of their findings. Judge both audits with the same inventory and
 * the same version of this package, so that neither causes a difference.
 *
 * @param before The earlier audit, the baseline.
 */
export const compareVerdicts = (now: Verdict, before: Verdict): Comparison => {
  const [current, earlier] = [idsIn(failing(now)), idsIn(failing(before))]
  const missing = failing(before).filter(({ id }) => !current.has(id))
  const open = idsIn(openIn(before))
  return {
    new: failing(now).filter(({ id }) => !earlier.has(id)),
    same: failing(now).filter(({ id }) => earlier.has(id)),
    gone: missing.filter(one => isJudged(now, before, one)),
    notJudged: missing.filter(one => !isJudged(now, before, one)),
    newlyOpen: openIn(now).filter(({ id }) => !open.has(id)),
  }
}

const idsIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.map(({ id }) => id))

/** Says whether an audit has judged the rule of an earlier finding to the end. */
const isJudged = (now: Verdict, before: Verdict, earlier: Finding): boolean => {
  if (!now.policy && ABOUT_DECLARATIONS.includes(earlier.rule)) return false
  // An id without `what` says which rule, page and phase a finding is about.
  const placeIn = ({ seen }: Verdict) => {
    const idOf = idsFor(seen.pages.map(({ url }) => url))
    return (finding: Finding) => idOf({ ...finding, what: '' })
  }
  const place = placeIn(before)(earlier)
  const placeNow = placeIn(now)
  const page = now.seen.pages.find(({ url }) => placeNow({ ...earlier, page: url }) === place)
  const isAboutPage = PAGE_RULES.some(rule => rule === earlier.rule)
  const needed = earlier.phase && !isAboutPage ? [earlier.phase] : PHASES
  return (
    page !== undefined &&
    needed.every(name => isPlayed(page, name)) &&
    !openIn(now).some(one => placeNow(one) === place)
  )
}
