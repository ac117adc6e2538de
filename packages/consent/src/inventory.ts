export type { KeptNotice } from './evidence/index.ts'
export type {
  Change,
  Declaration,
  Inventory,
  InventoryService,
  Item,
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
export { newIn } from './inventory/index.ts'
export { type InventoryOptions, inventoryOf } from './npm/inventory-of.ts'
export { type NoticesOptions, noticesOf } from './npm/notices-of.ts'
export { readInventory } from './npm/read-inventory.ts'
export { type RenderSectionOptions, renderSection } from './npm/render-section.ts'
