export type { KeptNotice } from './evidence/index.ts'
export type {
  Basis,
  Change,
  ChangedValue,
  Declaration,
  FactName,
  Inventory,
  InventoryService,
  Item,
  KeptInventory,
  NotStated,
  Recipient,
  Refusal,
  Relation,
  Retention,
  SectionName,
  Stored,
  Texts,
  ToolKind,
  Transfer,
  Words,
} from './inventory/index.ts'
export { changesIn, newIn } from './inventory/index.ts'
export { type InventoryOptions, inventoryOf } from './npm/inventory-of.ts'
export { type NoticesOptions, noticesOf } from './npm/notices-of.ts'
export { readInventory } from './npm/read-inventory.ts'
export { type RenderSectionOptions, renderSection } from './npm/render-section.ts'
