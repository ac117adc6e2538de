import type { Comparison } from '../../judge/compare.ts'
import type { Verdict } from '../../judge/verdict.ts'
import { changesOf } from '../changes.ts'
import { printable } from '../printable.ts'
import { countsOf, idleSentences, sentenceOf } from '../sentences.ts'
import { en } from '../words/en.ts'
import { wrap } from './lines.ts'

/** Returns what changed since an earlier audit, each finding with its id. */
export const comparisonLines = (verdict: Verdict, comparison: Comparison): readonly string[] => [
  ...wrap(`${en.comparison.heading}. ${countsOf(comparison, en)}`, ''),
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

/** Returns lines about the acceptances that accept nothing. */
export const idleLines = (verdict: Verdict): readonly string[] => {
  const lines = idleSentences(verdict, en).flatMap(one => wrap(printable(one), ''))
  return lines.length ? [...lines, ''] : []
}
