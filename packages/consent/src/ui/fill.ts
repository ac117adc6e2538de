import { own } from '../shared/own.ts'

/**
 * Puts words into the places of a sentence: `{date}`. A place without a word stays as it is; the words
 * themselves are not read again.
 */
export const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/{(\w+)}/g, (place, name: string) => own(words, name) ?? place)
