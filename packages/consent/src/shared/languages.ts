import { ownDocument } from './platform.ts'

/** A language in which the SDK has texts. */
export type OwnLanguage = 'en' | 'ko' | 'ja'

/** The languages in which the SDK has texts. */
export const LANGUAGES: readonly OwnLanguage[] = ['en', 'ko', 'ja']

/** Returns the language of the SDK's or `added` texts for a tag: texts in `ko` serve `ko-KR`. */
export const supportedLanguage = (
  tag: string | undefined,
  added: readonly string[],
): string | undefined => {
  const wanted = `${tag}-`.toLowerCase()
  return [...added, ...LANGUAGES].find(name => wanted.startsWith(`${name}-`.toLowerCase()))
}

/** Returns the SDK's language for a language tag: the same language, or English. */
export const ownLanguage = (tag: string): OwnLanguage =>
  (supportedLanguage(tag, []) as OwnLanguage | undefined) ?? 'en'

/** Returns the language of texts for the `lang` of `<html>`, else of `<body>`, if there is one. */
export const declaredLanguage = (added: readonly string[]): string | undefined =>
  supportedLanguage(ownDocument.documentElement?.lang, added) ??
  supportedLanguage(ownDocument.body?.lang, added)

/** Returns the language of texts for `lang` of the page, else for the browser, else English. */
export const pageLanguage = (added: readonly string[]): string =>
  declaredLanguage(added) ??
  navigator.languages.map(tag => supportedLanguage(tag, added)).find(Boolean) ??
  'en'
