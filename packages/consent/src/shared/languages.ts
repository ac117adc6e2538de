/** A language in which the SDK has texts. */
export type OwnLanguage = 'en' | 'ko' | 'ja'

/** The languages in which the SDK has texts. */
export const LANGUAGES: readonly OwnLanguage[] = ['en', 'ko', 'ja']

/**
 * Returns the SDK's language for a language tag: the same language, or English.
 *
 * @param tag A BCP 47 language tag, such as `ko-KR`.
 */
export const ownLanguage = (tag: string): OwnLanguage =>
  (/^(ko|ja)\b/i.exec(tag)?.[0].toLowerCase() as OwnLanguage | undefined) ?? 'en'
