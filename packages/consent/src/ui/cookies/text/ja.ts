import { stored, storedWords } from '../../../inventory/words/stored.ja.ts'
import type { CookiesText } from './cookies-text.ts'

/** The texts of the tables of cookies in Japanese. */
export const text: CookiesText = { ...stored, ...storedWords }
