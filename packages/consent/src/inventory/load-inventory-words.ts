import { ownLanguage } from '../shared/languages.ts'
import { BANNER, CHANGES, DETAILS, SECTIONS, STORED } from '../words/files.ts'
import type { ChangesWords, SectionWords } from '../words/sections-text.ts'
import type { StoredText } from '../words/stored-text.ts'
import type { Locale } from './facts.ts'
import { addressesOf } from './google-addresses.ts'
import { INTL } from './in-words.ts'
import type { KnownFacts } from './resolve.ts'

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
    BANNER[own](),
    DETAILS[own](),
    STORED[own](),
    SECTIONS[own](),
    CHANGES[own](),
  ])
  return {
    words: {
      ...banner.text,
      ...details,
      ...sections.text,
      intl: INTL,
    },
    stored: stored.text,
    changes: changesWords,
  }
}

/**
 * Loads all that the SDK knows of services, with words in several languages. For a language that
 * the SDK lacks, loads the English words.
 */
export const loadKnown = async (languages: readonly string[]): Promise<KnownFacts> => ({
  addressesOf,
  tables: Object.fromEntries(
    await Promise.all(
      languages.map(async language => {
        const own = ownLanguage(language)
        const [{ details }, { text }] = await Promise.all([DETAILS[own](), STORED[own]()])
        return [language, { ...details, stored: text.stored }] as const
      }),
    ),
  ),
})
