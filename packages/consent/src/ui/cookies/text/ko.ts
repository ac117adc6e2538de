import { stored, storedWords } from '../../../inventory/words/stored.ko.ts'
import type { CookiesText } from './cookies-text.ts'

/** The texts of the tables of cookies in Korean. */
export const text: CookiesText = { ...stored, ...storedWords }
