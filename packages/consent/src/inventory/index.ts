export type { SectionName } from '../words/sections-text.ts'
export type { Change, ChangedValue } from './changes.ts'
export { changesIn, newIn } from './changes.ts'
export { changesList } from './changes-list.ts'
export { checkDeclarations, isKnown } from './check-declarations.ts'
export type {
  Basis,
  Declaration,
  Item,
  NotStated,
  Recipient,
  Refusal,
  Relation,
  Retention,
  StatedFacts,
  Stored,
  Texts,
  ToolKind,
  Transfer,
  Words,
} from './declaration.ts'
export type { FactName } from './fact-values.ts'
export type { Speaking } from './facts.ts'
export { type FaultValues, faultValues } from './fault-values.ts'
export { faultsIn } from './faults-in.ts'
export { addressesOf } from './google-addresses.ts'
export { countryName, periodInWords } from './in-words.ts'
export type { Inventory, InventoryService, KeptInventory } from './inventory.ts'
export { type CookieConfig, lifetimeOf } from './lifetimes.ts'
export { loadInventoryWords, loadKnown } from './load-inventory-words.ts'
export { ownDeclaration } from './own-service.ts'
export { drawFacts, drawTable, drawTree, type Make } from './print/elements.ts'
export { toHtml } from './print/html.ts'
export { toMarkdown } from './print/markdown.ts'
export { toTexts } from './print/text.ts'
export { type Declared, resolve } from './resolve.ts'
export { inventoryIn, languagesOf, loadDeclared, servicesOf } from './resolve-site.ts'
export { type BrowserSteps, type Section, sectionOf } from './section-of.ts'
export { detailsOf } from './shown.ts'
export { storedTable } from './stored-table.ts'
export type { Fact, Facts, Heading, Tree } from './tree.ts'
export { upgradeInventory } from './upgrade-inventory.ts'
