import { moreDetails } from '../../../inventory/words/more-details.en.ts'
import { moreWords, sectionWords } from '../../../inventory/words/sections.en.ts'
import type { SectionsText } from './sections-text.ts'

/** The texts of the sections of a policy page in English. */
export const text: SectionsText = {
  ...sectionWords,
  tables: [moreDetails, moreWords],
}
