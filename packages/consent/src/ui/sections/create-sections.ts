import type { AnyConsent } from '../../core/index.ts'
import {
  type BrowserSteps,
  inventoryIn,
  joinTables,
  type Section,
  type SectionList,
  type SectionName,
  sectionOf,
} from '../../inventory/index.ts'
import { warn } from '../../options/warn.ts'
import type { StoredText } from '../stored/text/stored-text.ts'
import type { Words } from '../words/load-words.ts'
import type { SectionsText } from './text/sections-text.ts'

/** Makes the sections of a policy page from what the page's services declare. */
export interface Sections {
  /**
   * Returns a section, or `undefined` if there is none of this name.
   *
   * @param steps The steps in the visitor's browser.
   * @param compareWith Address of an earlier inventory, a JSON of the same origin. Until it is loaded
   *   the section has no changes.
   */
  section(
    name: string,
    steps: readonly BrowserSteps[],
    compareWith: string | null,
    onLoaded: () => void,
  ): Section | undefined
}

/** Creates the sections of a page. Rejects if a declaration cannot be read. */
export const createSections = async (
  consent: AnyConsent,
  { language, own, text: banner }: Words,
  stored: StoredText,
  text: SectionsText,
): Promise<Sections> => {
  const table = joinTables(banner, ...text.tables, { stored: stored.stored })
  const inventory = await inventoryIn(consent.options, { [language]: table })
  const words = { ...text, language }
  /** The changes since each earlier inventory, by its address; `undefined` until they are loaded. */
  const changes = new Map<string, SectionList | undefined>()

  const load = async (address: string, onLoaded: () => void) => {
    changes.set(address, undefined)
    try {
      const { changesSince } = await import('./changes-since.ts')
      changes.set(address, await changesSince(address, inventory, words, own))
      onLoaded()
    } catch (error) {
      warn('compare-with', address, error)
    }
  }

  return {
    section(name, steps, address, onLoaded) {
      if (!(name in text.headings)) return undefined
      if (address && !changes.has(address)) void load(address, onLoaded)
      return sectionOf(name as SectionName, inventory, {
        words,
        stored,
        browsers: steps,
        changes: changes.get(address ?? ''),
      })
    },
  }
}
