import { ownProperty } from './own-properties.ts'

/** Replaces the placeholders of a sentence, such as `{date}`. One without a word stays as it is. */
export const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/{(\w+)}/g, (place, name: string) => ownProperty(words, name) ?? place)
