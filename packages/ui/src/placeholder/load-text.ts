import type { Language } from '../languages.ts'
import type { PlaceholderText } from './text/placeholder-text.ts'

/** The text and what it is written in. */
export interface LoadedText {
  readonly language: Language
  readonly text: PlaceholderText
}

/** The texts: a file a language. */
const TEXTS = {
  en: () => import('./text/en.ts'),
  ko: () => import('./text/ko.ts'),
  ja: () => import('./text/ja.ts'),
}

/** Loads what the placeholders say. Rejects when the file is missing. */
export const loadText = async (language: Language): Promise<LoadedText> => {
  const { text } = await TEXTS[language]()
  return { language, text }
}
