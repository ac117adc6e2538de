import { moreDetails } from '../../../inventory/words/more-details.ja.ts'
import { moreWords, sectionWords } from '../../../inventory/words/sections.ja.ts'
import type { SectionsText } from './sections-text.ts'

/** The texts of the sections of a policy page in Japanese. */
export const text: SectionsText = {
  ...sectionWords,
  tables: [moreDetails, moreWords],
}
