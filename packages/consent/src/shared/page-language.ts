import { supportedLanguage } from './languages.ts'
import { ownDocument } from './platform.ts'

/**
 * Returns the language of the texts for the language that the page declares on `<html>`, otherwise
 * on `<body>`. Skips a language in which there are no texts; `undefined` if no language remains.
 */
export const declaredLanguage = (added: readonly string[]): string | undefined =>
  supportedLanguage(ownDocument.documentElement?.lang, added) ??
  supportedLanguage(ownDocument.body?.lang, added)

/**
 * Returns the language of the texts: the page's language, otherwise the first of the browser's
 * languages, otherwise English. Skips a language in which there are no texts.
 */
export const pageLanguage = (added: readonly string[]): string =>
  declaredLanguage(added) ??
  navigator.languages.map(tag => supportedLanguage(tag, added)).find(Boolean) ??
  'en'
