import { ownProperty } from './own-properties.ts'

/**
 * Replaces the placeholders of a sentence, such as `{date}`, by words. A placeholder for which
 * there is no word stays unchanged. Placeholders inside the inserted words are not replaced.
 */
export const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/{(\w+)}/g, (place, name: string) => ownProperty(words, name) ?? place)
