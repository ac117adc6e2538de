import { type OwnLanguage, ownLanguage } from '../shared/languages.ts'
import type { Tables } from './describe.ts'
import { loadWithoutGrant } from './load-without-grant.ts'
import type { ChangesWords, SectionWords } from './words/section-words.ts'
import type { StoredWords } from './words/stored-words.ts'
import { joinTables, type WordsTable } from './words/words-table.ts'

/** All words of the inventory in one language. */
export interface InventoryWords {
  readonly table: WordsTable
  readonly stored: StoredWords
  readonly sections: SectionWords
  readonly changes: ChangesWords
}

/** The files of each language: what the banner, the preferences and the sections say. */
const FILES = {
  en: () =>
    Promise.all([
      import('./words/details.en.ts'),
      import('./words/more-details.en.ts'),
      import('./words/stored.en.ts'),
      import('./words/sections.en.ts'),
      import('./words/changes.en.ts'),
    ]),
  ko: () =>
    Promise.all([
      import('./words/details.ko.ts'),
      import('./words/more-details.ko.ts'),
      import('./words/stored.ko.ts'),
      import('./words/sections.ko.ts'),
      import('./words/changes.ko.ts'),
    ]),
  ja: () =>
    Promise.all([
      import('./words/details.ja.ts'),
      import('./words/more-details.ja.ts'),
      import('./words/stored.ja.ts'),
      import('./words/sections.ja.ts'),
      import('./words/changes.ja.ts'),
    ]),
} satisfies Record<OwnLanguage, () => Promise<unknown>>

/** Loads all words in `language`, or else in English. Rejects when a file cannot be loaded. */
export const loadInventoryWords = async (language: string): Promise<InventoryWords> => {
  const withoutGrant = await loadWithoutGrant(language)
  const [
    { details },
    { moreDetails },
    { stored, storedWords },
    { moreWords, sectionWords },
    { changesWords },
  ] = await FILES[ownLanguage(language)]()
  return {
    table: joinTables(details, moreDetails, stored, moreWords),
    stored: storedWords,
    sections: { ...sectionWords, withoutGrant },
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
