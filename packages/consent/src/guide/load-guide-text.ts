import { ownLanguage } from '../shared/languages.ts'
import { STEPS } from '../words/files.ts'
import type { GuideText } from '../words/guide-text.ts'

/**
 * Loads the texts of the guide in one language. A bundler makes a separate file of each language.
 *
 * ```ts
 * const guide = guideFor(detectBrowser(navigator), await loadGuideText('ko'), {
 *   address: location.href,
 * })
 * ```
 *
 * @param language A BCP 47 tag. For a language without texts, loads English.
 */
export const loadGuideText = async (language: string): Promise<GuideText> => {
  const { text } = await STEPS[ownLanguage(language)]()
  return text
}
