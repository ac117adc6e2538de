import type { SpokenLanguage } from '../words/languages.ts'
import { type HostTexts, withHostText } from '../words/texts.ts'
import type { PlaceholderText } from './text/placeholder-text.ts'

/** The texts and their language. */
export interface LoadedText {
  readonly language: string
  readonly text: PlaceholderText
}

/** Loaders of the texts, one file for each language. */
const TEXTS = {
  en: () => import('./text/en.ts'),
  ko: () => import('./text/ko.ts'),
  ja: () => import('./text/ja.ts'),
}

/** Loads the texts of the placeholders. Rejects if the file cannot be loaded. */
export const loadPlaceholderText = async (
  { tag, own }: SpokenLanguage,
  hosts?: HostTexts | null,
): Promise<LoadedText> => {
  const { text } = await TEXTS[own]()
  return { language: tag, text: withHostText(text, hosts?.[tag]?.placeholder) }
}
