import type { Comparison } from '../../judge/compare.ts'
import type { Verdict } from '../../judge/verdict.ts'
import { changesOf } from '../changes.ts'
import { printable } from '../printable.ts'
import { sentenceOf } from '../sentence-of.ts'
import { en } from '../words/en.ts'
import { fill } from '../words/words-of.ts'
import { wrap } from './lines.ts'

/** Returns what changed since an earlier audit, each finding with its id. */
export const comparisonLines = (verdict: Verdict, comparison: Comparison): readonly string[] => [
  ...wrap(`${en.comparison.heading}. ${countsOf(comparison)}`, ''),
  ...changesOf(comparison).flatMap(({ change, findings }) => [
    ...wrap(`${en.comparison[change]}:`, '  '),
    ...findings.flatMap(one => {
      const page = verdict.seen.pages.length > 1 ? ` ${printable(one.page)}` : ''
      const [first = '', ...rest] = wrap(`${sentenceOf(one, en)}${page} ${one.id}`, '    ')
      return [`  - ${first.trimStart()}`, ...rest]
    }),
  ]),
  '',
]

const countsOf = (comparison: Comparison): string =>
  fill(en.comparison.counts, {
    new: comparison.new.length,
    same: comparison.same.length,
    gone: comparison.gone.length,
  })

/** Returns the acceptances that accept nothing. */
export const idleLines = ({ idle }: Verdict): readonly string[] => {
  const { expired, unused } = en.acceptance
  const lines = [
    ...(idle?.expired ?? []).map(one => fill(expired, { ...one })),
    ...(idle?.unused ?? []).map(one => fill(unused, { ...one })),
  ].flatMap(one => wrap(printable(one), ''))
  return lines.length ? [...lines, ''] : []
}
