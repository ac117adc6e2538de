import { ownProperty } from './own-properties.ts'

/** Replaces names in braces, such as `{date}`, by words. A name without a word stays as it is. */
export const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/{(\w+)}/g, (place, name: string) => ownProperty(words, name) ?? place)
