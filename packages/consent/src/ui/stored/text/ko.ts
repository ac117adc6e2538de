import { stored, storedWords } from '../../../inventory/words/stored.ko.ts'
import type { StoredText } from './stored-text.ts'

/** The texts of the tables of cookies in Korean. */
export const text: StoredText = { ...stored, ...storedWords }
