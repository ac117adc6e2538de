import { own } from './own.ts'

/**
 * Returns the text in a language, or in its base language: `ko` for `ko-KR`. Returns no text in
 * another language, because a visitor must not have to read a notice in a language that the page is
 * not in.
 */
export const say = (
  texts: Readonly<Record<string, string | undefined>> | undefined,
  language: string,
): string | undefined => texts && (own(texts, language) ?? own(texts, language.replace(/-.*/, '')))
