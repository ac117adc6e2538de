import type { SectionWords } from './section-words.ts'
import type { WordsTable } from './words-table.ts'

/** The texts of the sections of a policy page. */
export interface SectionsText extends SectionWords {
  /** Our words about services, besides those of the banner and of the tables of cookies. */
  readonly tables: readonly WordsTable[]
}
