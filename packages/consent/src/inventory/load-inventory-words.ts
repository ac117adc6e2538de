import { ownLanguage } from '../shared/languages.ts'
import { CHANGES, DETAILS, MORE_DETAILS, SECTIONS, STORED } from '../words/files.ts'
import type { ChangesWords, SectionWords } from '../words/section-words.ts'
import type { StoredWords } from '../words/stored-words.ts'
import type { WordsTable } from '../words/words-table.ts'
import type { Tables } from './describe.ts'
import { joinTables } from './join-tables.ts'

/** All words of the inventory in one language. */
export interface InventoryWords {
  readonly table: WordsTable
  readonly stored: StoredWords
  readonly sections: SectionWords
  readonly changes: ChangesWords
}

/** Loads all words in `language`, or else in English. Rejects when a file cannot be loaded. */
export const loadInventoryWords = async (language: string): Promise<InventoryWords> => {
  const own = ownLanguage(language)
  const [
    { details },
    { moreDetails },
    { stored, storedWords },
    { moreWords, sectionWords },
    { changesWords },
  ] = await Promise.all([
    DETAILS[own](),
    MORE_DETAILS[own](),
    STORED[own](),
    SECTIONS[own](),
    CHANGES[own](),
  ])
  return {
    table: joinTables(details, moreDetails, stored, moreWords),
    stored: storedWords,
    sections: sectionWords,
    changes: changesWords,
  }
}

/**
 * Loads the SDK's words for its own entries of the inventory, in several languages. For a language
 * that the SDK lacks, loads the English words.
 */
export const loadWordsTables = async (languages: readonly string[]): Promise<Tables> =>
  Object.fromEntries(
    await Promise.all(
      languages.map(
        async language => [language, (await loadInventoryWords(language)).table] as const,
      ),
    ),
  )
