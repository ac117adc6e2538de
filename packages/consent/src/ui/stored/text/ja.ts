import { stored, storedWords } from '../../../inventory/words/stored.ja.ts'
import type { StoredText } from './stored-text.ts'

/** The texts of the tables of cookies in Japanese. */
export const text: StoredText = { ...stored, ...storedWords }
