export type { SectionName } from '../words/section-words.ts'
export type { Change } from './changes.ts'
export { changesBetween, newIn } from './changes.ts'
export { changesList } from './changes-list.ts'
export { checkDeclarations } from './check-declarations.ts'
export { complete, type Declared } from './complete.ts'
export type {
  Basis,
  Declaration,
  Item,
  NotStated,
  Recipient,
  Refusal,
  Relation,
  Retention,
  Stored,
  Texts,
  ToolKind,
  Transfer,
  Words,
} from './declaration.ts'
export { detailsOf } from './details-of.ts'
export { faultValues } from './fault-values.ts'
export { faultsIn } from './faults-in.ts'
export type { FromJson } from './from-json.ts'
export type { Inventory, InventoryService } from './inventory.ts'
export { inventoryIn } from './inventory-in.ts'
export { isInventory } from './is-inventory.ts'
export { joinTables } from './join-tables.ts'
export type { ServiceDetails } from './known-details.ts'
export { loadInventoryWords, loadWordsTables } from './load-inventory-words.ts'
export { resolveWords } from './resolve-words.ts'
export type { BrowserSteps, Line, Section, SectionList, SectionTable } from './section.ts'
export { LINK } from './section.ts'
export { sectionOf } from './section-of.ts'
export { ownStored, type PurposeOf, storedOf } from './stored-of.ts'
export { type StoredRow, storedRows } from './stored-rows.ts'
