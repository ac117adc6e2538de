import { own } from '../../shared/own.ts'

/**
 * Returns a sentence with its placeholders, such as `{date}`, replaced. A placeholder without a word stays
 * unchanged. Placeholders inside the inserted words are not replaced.
 */
export const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/{(\w+)}/g, (place, name: string) => own(words, name) ?? place)
