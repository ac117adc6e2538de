export type { Change } from './changes.ts'
export { changesBetween, newIn } from './changes.ts'
export { changesList } from './changes-list.ts'
export { checkDeclarations } from './check-declarations.ts'
export { complete, type Declared } from './complete.ts'
export type {
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
export { describe } from './describe.ts'
export { OWN_NAME, ownEntry } from './entries.ts'
export type { FromJson } from './from-json.ts'
export { hashOf } from './hash-of.ts'
export type { Inventory, InventoryService } from './inventory.ts'
export { loadInventoryWords, loadWordsTables } from './load-inventory-words.ts'
export { resolveWords } from './resolve-words.ts'
export type { BrowserSteps, Line, Section, SectionList, SectionTable } from './section.ts'
export { sectionOf } from './section-of.ts'
export type { SectionName } from './words/section-words.ts'
