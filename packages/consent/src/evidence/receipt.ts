import type { AnyConsent } from '../core/index.ts'
import type { InventoryService, KeptInventory } from '../inventory/index.ts'
import { fillCookies } from '../shared/in-one-line.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { textIn } from '../shared/text-in.ts'
import { makeReceipt, type Receipt, type ReceiptText, type ServiceFacts } from './make-receipt.ts'

/** The text of a notice, and the hash of the inventory from which the notice was drawn. */
export interface KeptNotice {
  /** The text over which the hash in a record is computed. */
  readonly text: string
  /**
   * The hash in `Inventory.wordsHashes` for the notice's language. What version 0.1 wrote has
   * `Inventory.hash` here. Missing if the inventory is unknown.
   */
  readonly inventory?: string | undefined
}

/**
 * Notices by their hash, as `notices.json` and `noticesOf` have them. In a table of version 0.1
 * each notice is its text alone.
 */
export type NoticeTable = Readonly<Record<string, KeptNotice | string>>

/** Options of a receipt. */
export interface ReceiptOptions extends ReceiptText {
  /** The notices that the site has shown, from `noticesOf` or `notices.json`. @default none */
  readonly notices?: NoticeTable | undefined
  /** The inventories that the site has had, from `inventoryOf`. @default none */
  readonly inventories?: readonly KeptInventory[] | undefined
}

/**
 * Returns a readable receipt of a decision: the responsible company, the granted and refused
 * purposes, the time, and how to withdraw. Recipients, countries and items of data are those of the
 * inventory whose words the visitor read in the notice. Without this inventory in `notices` and
 * `inventories`, `inventory` of the receipt is `unknown`, and these facts are missing.
 *
 * ```ts
 * const json = JSON.stringify(receipt(consent, { notices, inventories }), undefined, 2)
 * ```
 *
 * @returns `undefined` if no record is given or stored.
 */
export const receipt = (consent: AnyConsent, given: ReceiptOptions = {}): Receipt | undefined => {
  const { h = '', l = '' } = ownProperty(given, 'record') ?? consent.$state.get().record ?? {}
  const notice = ownProperty(ownProperty(given, 'notices') ?? {}, h)
  const hash = typeof notice === 'object' ? notice.inventory : undefined
  const [inventory, ...others] = (ownProperty(given, 'inventories') ?? []).filter(
    one => hash && (one.wordsHashes ? textIn(one.wordsHashes, l) : one.hash) === hash,
  )
  // The hash of version 0.1 is without words, so inventories with other words can have the same.
  const isSure = others.every(
    ({ wordsHashes, services }) =>
      wordsHashes || JSON.stringify(services) === JSON.stringify(inventory?.services),
  )
  if (!inventory || !isSure) return makeReceipt(consent, given)
  return makeReceipt(consent, given, hash, purpose => serviceFactsOf(inventory, purpose, l))
}

const serviceFactsOf = (
  { services }: KeptInventory,
  purpose: string,
  language: string,
): readonly ServiceFacts[] =>
  (services as readonly InventoryService[])
    .filter(({ category }) => category === purpose)
    .map(({ name, recipients, collects, cookies }) => ({
      service: name,
      recipients:
        typeof recipients === 'string'
          ? undefined
          : recipients.map(({ company, country, relation }) => ({
              party_name: company,
              party_country: country,
              relation,
            })),
      pii_information:
        collects[0] &&
        collects.map(({ id, words = {} }) => ({
          pii_type: id,
          pii_name: fillCookies(
            textIn(words, language) ?? id,
            cookies.map(({ name }) => name),
            language,
          ),
        })),
    }))
