import { ownProperty } from './own-properties.ts'

/** Returns the text in a language, or in its base language: `ko` for `ko-KR`, and in no other. */
export const textIn = (
  texts: Readonly<Record<string, string | undefined>> | undefined,
  language: string,
): string | undefined =>
  texts && (ownProperty(texts, language) ?? ownProperty(texts, language.replace(/-.*/, '')))
