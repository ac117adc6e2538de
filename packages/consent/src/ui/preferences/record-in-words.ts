import type { ConsentRecord } from '../../core/index.ts'
import type { Fact } from '../facts.tsx'
import type { LongLayers } from '../load-layers.ts'
import { purposeName } from '../purpose-name.ts'

/** Says when, in the words of a language: the day, and the time of it if that is asked for. */
export const timeInWords = (seconds: number, language: string, timeStyle?: 'short'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle }).format(seconds * 1000)

/** What a record says: each a term and what stands there. */
export type RecordFacts = readonly [
  allowed: Fact,
  refused: Fact,
  decidedAt: Fact,
  expiresAt: Fact,
  version: Fact,
]

/** Gives what a record says, in words: what was answered, when, until when, and to what. */
export const recordInWords = (
  { text, long: { record: words }, language }: LongLayers,
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
    [words.allowed, list(named(1))],
    [words.refused, list(named(0))],
    [words.decidedAt, timeInWords(record.t, language, 'short')],
    [words.expiresAt, timeInWords(record.e, language)],
    [words.version, record.p],
  ]
}
