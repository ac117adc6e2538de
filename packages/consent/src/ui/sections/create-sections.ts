import type { AnyConsent } from '../../core/index.ts'
import {
  inventoryIn,
  type Section,
  type SectionName,
  sectionOf,
  type Tree,
} from '../../inventory/index.ts'
import { warn } from '../../options/warn.ts'
import type { DetailsWords } from '../../words/details-words.ts'
import type { SectionsText } from '../../words/sections-text.ts'
import type { StoredText } from '../../words/stored-text.ts'
import type { Words } from '../words/load-words.ts'

/** Makes the sections of a policy page from what the page's services declare. */
export interface Sections {
  /** Says whether there is a section of this name. If there is none, warns once for each name. */
  has(name: string): boolean
  /**
   * Returns the section of a name. Call it only with a name for which `has` returns `true`.
   *
   * @param compareWith Address of an earlier inventory, a JSON file of the same origin. Until the
   *   file is loaded the section has no changes.
   */
  section(name: string, compareWith: string | null, onLoaded: () => void): Section
}

/** Creates the sections of a page. Rejects if a declaration cannot be read. */
export const createSections = async (
  consent: AnyConsent,
  { language, own, text: banner }: Words,
  stored: StoredText,
  details: DetailsWords,
  text: SectionsText,
): Promise<Sections> => {
  const tables = { [language]: { ...details, stored: stored.stored } }
  const inventory = await inventoryIn(consent.options, tables)
  const words = { ...banner, ...details, ...text, language }
  /**
   * The changes since each earlier inventory, by its address; `undefined` until they are loaded.
   */
  const changes = new Map<string, Tree | undefined>()

  const unknown = new Set<string>()

  const load = async (address: string, onLoaded: () => void) => {
    changes.set(address, undefined)
    try {
      const { loadChanges } = await import('./load-changes.ts')
      changes.set(address, await loadChanges(address, inventory, words, stored, own))
      onLoaded()
    } catch (error) {
      warn('compare-with', address, error)
    }
  }

  return {
    has(name) {
      const names = Object.keys(text.headings)
      if (names.includes(name)) return true
      if (!unknown.has(name)) warn('unknown-section', name, names)
      unknown.add(name)
      return false
    },
    section(name, address, onLoaded) {
      if (address && !changes.has(address)) void load(address, onLoaded)
      return sectionOf(name as SectionName, inventory, {
        words,
        stored,
        changes: changes.get(address ?? ''),
      })
    },
  }
}
