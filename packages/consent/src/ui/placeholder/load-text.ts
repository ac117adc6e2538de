import type { SpokenLanguage } from '../languages.ts'
import { type HostTexts, withHostText } from '../texts.ts'
import type { PlaceholderText } from './text/placeholder-text.ts'

/** The text and what it is written in. */
export interface LoadedText {
  readonly language: string
  readonly text: PlaceholderText
}

/** The texts: a file a language. */
const TEXTS = {
  en: () => import('./text/en.ts'),
  ko: () => import('./text/ko.ts'),
  ja: () => import('./text/ja.ts'),
}

/** Loads what the placeholders say. Rejects when the file is missing. */
export const loadText = async (
  { tag, own }: SpokenLanguage,
  hosts?: HostTexts | null,
): Promise<LoadedText> => {
  const { text } = await TEXTS[own]()
  return { language: tag, text: withHostText(text, hosts?.[tag]?.placeholder) }
}
