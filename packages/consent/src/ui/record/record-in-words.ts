import type { ConsentRecord } from '../../core/index.ts'
import type { Fact } from '../../inventory/index.ts'
import type { RecordText } from '../../words/en/record.ts'
import type { LoadedParts } from '../later-parts/load-parts.ts'
import { purposeName } from '../words/purposes.ts'
import { timeInWords } from '../words/time-in-words.ts'

/** The facts of a record, each with a label and a value. */
export type RecordFacts = readonly [
  allowed: Fact,
  refused: Fact,
  decidedAt: Fact,
  expiresAt: Fact,
  version: Fact,
]

/**
 * Returns the facts of a record in words: granted purposes, refused purposes and services, date,
 * expiry and policy version.
 */
export const recordInWords = (
  { text, language }: LoadedParts,
  words: RecordText,
  record: ConsentRecord,
): RecordFacts => {
  const { x = [] } = record
  const named = (answer: 0 | 1) => [
    ...Object.keys(record.c)
      .filter(category => record.c[category] === answer)
      .map(category => purposeName(category, text.purposes)),
    ...(answer ? [] : x.map(key => key.slice(key.indexOf('/') + 1))),
  ]
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(language).format(items) || words.nothing
  return [
    [words.allowed, [{ text: list(named(1)) }]],
    [words.refused, [{ text: list(named(0)) }]],
    [words.decidedAt, [{ text: timeInWords(record.t, language, 'short') }]],
    [words.expiresAt, [{ text: timeInWords(record.e, language) }]],
    [words.version, [{ text: record.p }]],
  ]
}
