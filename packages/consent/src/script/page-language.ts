import { LANGUAGES } from '../shared/languages.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'

/**
 * Gives what a language tag asks for, if there is a text for it.
 *
 * @param added The languages that the page has texts for.
 */
export const supportedLanguage = (
  tag: string | undefined,
  added: readonly string[],
): string | undefined => {
  const wanted = tag?.toLowerCase() ?? ''
  return [...added, ...LANGUAGES].find(
    language => language.toLowerCase() === wanted || language === wanted.split('-')[0],
  )
}

/** Gives the language that the page declares, on `<html>` or else on `<body>`. */
export const declaredLanguage = (added: readonly string[]): string | undefined =>
  quietly(
    () =>
      supportedLanguage(ownDocument.documentElement?.lang, added) ??
      supportedLanguage(ownDocument.body?.lang, added),
  )

/** Gives the language to speak: the page's, else the browser's first that there is, else English. */
export const pageLanguage = (added: readonly string[]): string =>
  declaredLanguage(added) ??
  quietly(() => navigator.languages.map(tag => supportedLanguage(tag, added)).find(Boolean)) ??
  'en'
