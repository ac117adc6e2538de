import type { StoredWords } from './stored-words.ts'

/** The texts of the tables of cookies. */
export interface StoredText extends StoredWords {
  /** The purposes of cookies, storage keys and databases of ours and of Google's, by name. */
  readonly stored: Readonly<Record<string, string>>
}
