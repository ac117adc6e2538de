export type { SectionName } from '../words/en/sections.ts'
export { type Change, type ChangedValue, changesIn, newIn } from './changes/changes.ts'
export { changesList, isPartOf } from './changes/changes-list.ts'
export { type FactName, type FactValue, factsOf, NOT_STATED } from './changes/fact-values.ts'
export { hashesOf } from './changes/hash-of.ts'
export { faultError, readInventory, upgradeInventory } from './changes/read-inventory.ts'
export { checkDeclarations, isKnown } from './check/check-declarations.ts'
export { faultsIn, faultValues } from './check/fault-values.ts'
export type * from './declaration.ts'
export type { CookieConfig, Entry, PresetEntry } from './entries.ts'
export { detailsOf, isAbroad, type Locale, lines } from './facts.ts'
export { countryName, periodInWords } from './in-words.ts'
export type { Inventory, InventoryService, KeptInventory } from './inventory.ts'
export { loadInventoryWords, loadWordTables } from './load-inventory-words.ts'
export { drawFacts, drawTable, drawTree, type Make, toTexts } from './print/elements.ts'
export { toHtml } from './print/html.ts'
export { toMarkdown } from './print/markdown.ts'
export { toPlainText } from './print/plain-text.ts'
export { ownDeclaration, resolve } from './resolve.ts'
export {
  inventoryIn,
  languagesOf,
  loadDeclared,
  loadTexts,
  namedServicesOf,
} from './resolve-site.ts'
export { sectionOf } from './section-of.ts'
export { storedTable } from './stored-table.ts'
export type { Fact, Facts, Heading, Tree } from './tree.ts'
