export type { KeptNotice } from './evidence/index.ts'
export type * from './inventory/declaration.ts'
export type {
  Change,
  ChangedValue,
  FactName,
  Inventory,
  InventoryService,
  KeptInventory,
  SectionName,
} from './inventory/index.ts'
export { changesIn, newIn, readInventory } from './inventory/index.ts'
export { type InventoryOptions, inventoryOf } from './npm/inventory-of.ts'
export { type NoticesOptions, noticesOf } from './npm/notices-of.ts'
export { type RenderSectionOptions, renderSection } from './npm/render-section.ts'
export { type Address, addressMatcher, splitAddress } from './shared/patterns.ts'
