import {
  changesIn,
  changesList,
  type Inventory,
  type Locale,
  type Tree,
  upgradeInventory,
} from '../../inventory/index.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import type { SectionWords } from '../../words/en/sections.ts'
import type { StoredText } from '../../words/en/stored.ts'
import { CHANGES } from '../../words/files.ts'

/**
 * Returns the list of what has changed since an earlier inventory, a JSON file of the same origin.
 * Rejects if the inventory or the words cannot be read.
 */
export const loadChanges = async (
  address: string,
  inventory: Inventory,
  words: Locale<SectionWords>,
  stored: StoredText,
  ours: OwnLanguage,
): Promise<Tree> => {
  const [response, { changesWords }] = await Promise.all([
    fetch(address, { mode: 'same-origin' }),
    CHANGES[ours](),
  ])
  const [earlier, fault] = upgradeInventory(await response.json(), address)
  if (fault) throw new TypeError(fault[0])
  return changesList(changesIn(earlier, inventory), changesWords, words, stored)
}
