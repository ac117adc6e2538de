import { ownLanguage } from '../shared/languages.ts'
import type { ChangesWords } from '../words/en/changes.ts'
import type { SectionWords } from '../words/en/sections.ts'
import type { StoredText } from '../words/en/stored.ts'
import { BANNER, CHANGES, DETAILS, SECTIONS, STORED } from '../words/files.ts'
import type { Locale } from './facts.ts'
import type { WordTables } from './resolve.ts'

/** All words of the inventory in one language. */
export interface InventoryWords {
  readonly words: Locale<SectionWords>
  readonly stored: StoredText
  readonly changes: ChangesWords
}

/** Loads all words in `language`, or else in English. Rejects when a file cannot be loaded. */
export const loadInventoryWords = async (language: string): Promise<InventoryWords> => {
  const own = ownLanguage(language)
  const [banner, { details }, stored, sections, { changesWords }] = await Promise.all([
    ...([BANNER[own](), DETAILS[own](), STORED[own](), SECTIONS[own](), CHANGES[own]()] as const),
  ])
  const words = { ...banner.text, ...details, ...sections.text }
  return { words, stored: stored.text, changes: changesWords }
}

/** Loads our words about services. For a language that the SDK lacks, loads the English words. */
export const loadWordTables = async (languages: readonly string[]): Promise<WordTables> =>
  Object.fromEntries(
    await Promise.all(
      languages.map(async language => {
        const own = ownLanguage(language)
        const [{ details }, { text }] = await Promise.all([DETAILS[own](), STORED[own]()])
        return [language, { ...details, stored: text.stored }] as const
      }),
    ),
  )
