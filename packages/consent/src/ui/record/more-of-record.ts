import type { ConsentRecord } from '../../core/index.ts'
import type { RecordText } from '../../words/record-text.ts'
import type { Fact } from '../parts/facts.tsx'
import { purposeName } from '../words/purpose-name.ts'

/**
 * Returns the details of the last choice: method, surface, signal, the decision's number, and the
 * notice's hash.
 */
export const moreOfRecord = (
  words: RecordText,
  { m, s, g, h, n }: ConsentRecord,
): readonly Fact[] => [
  [words.how, purposeName(m, words.methods)],
  [words.where, purposeName(s, words.surfaces)],
  ...(g ? [[words.signal, '✓'] as const] : []),
  [words.count, `${n}`],
  ...(h ? [[words.hash, h] as const] : []),
]
