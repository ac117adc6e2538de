import { ownProperty } from './own-properties.ts'

/** Returns the text in a language, or in its base language: `ko` for `ko-KR`, and in no other. */
export const textIn = (
  texts: Readonly<Record<string, string | undefined>> | undefined,
  language: string,
): string | undefined =>
  texts && (ownProperty(texts, language) ?? ownProperty(texts, language.replace(/-.*/, '')))

/**
 * Replaces the placeholders of a sentence, such as `{date}`, by words. A placeholder for which
 * there is no word stays unchanged. Placeholders inside the inserted words are not replaced.
 */
export const fill = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(/{(\w+)}/g, (place, name: string) => ownProperty(words, name) ?? place)

/** Returns names in one line, separated as in a language. */
export const inOneLine = (names: readonly string[], language: string): string =>
  names.join(language.startsWith('ja') ? '、' : ', ')

/**
 * Replaces `{cookies}` in the words of an item of data by the names of the service's cookies. If the
 * service has none, removes the placeholder with its brackets.
 */
export const fillCookies = (words: string, names: readonly string[], language: string): string =>
  names[0]
    ? fill(words, { cookies: inOneLine(names, language) })
    : words.replace(/ ?[(（]{cookies}[)）]/, '')
