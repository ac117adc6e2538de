import { stored, storedWords } from '../../../inventory/words/stored.en.ts'
import type { CookiesText } from './cookies-text.ts'

/** The texts of the tables of cookies in English. */
export const text: CookiesText = { ...stored, ...storedWords }
