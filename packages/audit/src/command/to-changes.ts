import type { Comparison } from '../judge/compare.ts'
import type { Finding } from '../judge/verdict.ts'
import { printable } from '../report/printable.ts'
import { sentenceOf } from '../report/sentence-of.ts'
import { en } from '../report/words/en.ts'

/** Returns what is new, gone and the same since the baseline, for the terminal, in English. */
export const toChanges = (comparison: Comparison): string =>
  [
    ...part('New since the baseline', comparison.new),
    ...part('Could be judged in the baseline, and cannot be judged now', comparison.newlyOpen),
    ...part('Gone since the baseline', comparison.gone),
    ...part('Failed in the baseline, and could not be judged now', comparison.notJudged),
    ...part('The same as in the baseline', comparison.same),
  ].join('\n')

const part = (title: string, findings: readonly Finding[]): readonly string[] => [
  `${title}: ${findings.length}`,
  ...findings.map(one => `  ${one.id}  ${printable(one.page)}  ${sentenceOf(one, en)}`),
]
