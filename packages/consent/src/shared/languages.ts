/** A language in which the SDK has texts. */
export type OwnLanguage = 'en' | 'ko' | 'ja'

/** The languages in which the SDK has texts. */
export const LANGUAGES: readonly OwnLanguage[] = ['en', 'ko', 'ja']

/**
 * Returns the language of the texts for a language tag; `undefined` if there are no texts for the
 * tag.
 *
 * @param tag A BCP 47 language tag, such as `ko-KR`.
 * @param added The languages for which the page adds texts.
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

/** Returns the SDK's language for a language tag: the same language, or English. */
export const ownLanguage = (tag: string): OwnLanguage =>
  (supportedLanguage(tag, []) as OwnLanguage | undefined) ?? 'en'
