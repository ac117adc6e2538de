import { stored, storedWords } from '../../../inventory/words/stored.en.ts'
import type { StoredText } from './stored-text.ts'

/** The texts of the tables of cookies in English. */
export const text: StoredText = { ...stored, ...storedWords }
