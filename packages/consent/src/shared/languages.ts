/** A language that this SDK has texts in. */
export type OwnLanguage = 'en' | 'ko' | 'ja'

/** The languages that this SDK has texts in. */
export const LANGUAGES: readonly OwnLanguage[] = ['en', 'ko', 'ja']

/**
 * Returns the language of ours that a text is made from: the tag's own, else English.
 *
 * @param tag A BCP 47 tag, such as `ko-KR`.
 */
export const ownLanguage = (tag: string): OwnLanguage =>
  (/^(ko|ja)\b/i.exec(tag)?.[0].toLowerCase() as OwnLanguage | undefined) ?? 'en'
