import { ownLanguage } from '../shared/languages.ts'
import type { GuideText } from './guide-text.ts'

/** A file a language. */
const TEXTS = {
  en: () => import('./text/en.ts'),
  ko: () => import('./text/ko.ts'),
  ja: () => import('./text/ja.ts'),
}

/**
 * Loads what the guide says in one language; a bundler makes a file of each.
 *
 * ```ts
 * const guide = guideFor(detectBrowser(navigator), await loadGuideText('ko'), {
 *   address: location.href,
 * })
 * ```
 *
 * @param language A BCP 47 tag, such as `ko-KR`. A language that we do not have is English.
 * @returns The text. Rejects where its file cannot be loaded.
 */
export const loadGuideText = async (language: string): Promise<GuideText> => {
  const { text } = await TEXTS[ownLanguage(language)]()
  return text
}
