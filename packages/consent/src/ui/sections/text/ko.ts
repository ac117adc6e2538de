import { moreDetails } from '../../../inventory/words/more-details.ko.ts'
import { moreWords, sectionWords } from '../../../inventory/words/sections.ko.ts'
import type { SectionsText } from './sections-text.ts'

/** The texts of the sections of a policy page in Korean. */
export const text: SectionsText = {
  ...sectionWords,
  tables: [moreDetails, moreWords],
}
