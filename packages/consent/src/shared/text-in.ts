import { ownProperty } from './own-properties.ts'

/** Returns the text in a language, else its base language, such as `ko` for `ko-KR`. */
export const textIn = (
  texts: Readonly<Record<string, string | undefined>> | undefined,
  language: string,
): string | undefined =>
  texts && (ownProperty(texts, language) ?? ownProperty(texts, language.replace(/-.*/, '')))
