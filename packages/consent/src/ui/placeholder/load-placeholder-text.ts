import { PLACEHOLDER } from '../../words/files.ts'
import type { PlaceholderText } from '../../words/placeholder-text.ts'
import type { SpokenLanguage } from '../words/languages.ts'
import { type HostTexts, withHostText } from '../words/texts.ts'

/** The texts and their language. */
export interface LoadedText {
  readonly language: string
  readonly text: PlaceholderText
}

/** Loads the texts of the placeholders. Rejects if the file cannot be loaded. */
export const loadPlaceholderText = async (
  { tag, own }: SpokenLanguage,
  hosts?: HostTexts | null,
): Promise<LoadedText> => {
  const { text } = await PLACEHOLDER[own]()
  return { language: tag, text: withHostText(text, hosts?.[tag]?.placeholder) }
}
