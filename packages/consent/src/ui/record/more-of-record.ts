import type { ConsentRecord } from '../../core/index.ts'
import type { Fact } from '../../inventory/index.ts'
import type { RecordText } from '../../words/record-text.ts'
import { purposeName } from '../words/purpose-name.ts'

/**
 * Returns the details of the last choice: method, surface, signal, the decision's number, and the
 * notice's hash.
 */
export const moreOfRecord = (
  words: RecordText,
  { m, s, g, h, n }: ConsentRecord,
): readonly Fact[] => [
  [words.how, [{ text: purposeName(m, words.methods) }]],
  [words.where, [{ text: purposeName(s, words.surfaces) }]],
  ...(g ? [[words.signal, [{ text: '✓' }]] as const] : []),
  [words.count, [{ text: `${n}` }]],
  ...(h ? [[words.hash, [{ text: h }]] as const] : []),
]
