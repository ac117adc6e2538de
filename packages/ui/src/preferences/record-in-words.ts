import type { ConsentRecord } from '@spaceone/consent-core'
import type { Fact } from '../facts.tsx'
import type { LongLayers } from '../load-layers.ts'
import { purposeName } from '../purpose-name.ts'

/** Says when, in the words of a language: the day, and the time of it if that is asked for. */
export const timeInWords = (seconds: number, language: string, timeStyle?: 'short'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle }).format(seconds * 1000)

/** Gives what a record says, in words: when, until when, to what, and what was answered. */
export const recordInWords = (
  { text, long: { record: words }, language }: LongLayers,
  record: ConsentRecord,
): readonly Fact[] => {
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

/** Gives the rest of it: how and where it was decided, and what was shown. */
export const moreOfRecord = (
  { long: { record: words } }: LongLayers,
  { m, s, g, h, n }: ConsentRecord,
): readonly Fact[] => [
  [words.how, purposeName(m, words.methods)],
  [words.where, purposeName(s, words.surfaces)],
  ...(g ? [[words.signal, '✓'] as const] : []),
  [words.count, `${n}`],
  ...(h ? [[words.hash, h] as const] : []),
]
