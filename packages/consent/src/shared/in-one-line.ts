import { fill } from './fill.ts'

/** Returns names in one line, separated by commas, in Japanese by `、`. */
export const inOneLine = (names: readonly string[], language: string): string =>
  names.join(language.startsWith('ja') ? '、' : ', ')

/** Replaces `{cookies}` by names of cookies. Without names, removes `({cookies})`. */
export const fillCookies = (words: string, names: readonly string[], language: string): string =>
  names[0]
    ? fill(words, { cookies: inOneLine(names, language) })
    : words.replace(/ ?[(（]{cookies}[)）]/, '')
