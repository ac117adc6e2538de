import { en, type ReportWords } from './en.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'

/** A language of the report. */
export type Language = 'en' | 'ko' | 'ja'

const WORDS: Readonly<Record<Language, ReportWords>> = { en, ko, ja }

/** The languages of the report. */
export const LANGUAGES = Object.keys(WORDS) as readonly Language[]

/** Returns the words of the report in a language. */
export const wordsOf = (language: Language): ReportWords => WORDS[language]

/**
 * Replaces the words in braces of a text by values. `{n:page|pages}` becomes the first word if `n`
 * is 1, else the second.
 */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, other?: string) => {
      const value = String(values[name] ?? whole)
      return one === undefined ? value : value === '1' ? one : (other ?? '')
    },
  )
