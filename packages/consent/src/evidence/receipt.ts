import type { AnyConsent } from '../core/index.ts'
import type { FromJson, Inventory } from '../inventory/index.ts'
import { fill } from '../shared/fill.ts'
import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import { makeReceipt, type Receipt, type ReceiptText, type ServiceFacts } from './make-receipt.ts'
import type { NoticeTable } from './notice-table.ts'

/** An inventory from `inventoryOf`, or one that was written as JSON and parsed again. */
type KeptInventory = FromJson<Inventory>

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
 * inventory from which the visitor's notice was drawn. If `notices` and `inventories` do not have
 * this inventory, `inventory` of the receipt is `unknown`, and the receipt names no recipient,
 * country or item.
 *
 * ```ts
 * const json = JSON.stringify(receipt(consent, { notices, inventories }), undefined, 2)
 * ```
 *
 * @returns `undefined` if the visitor has not decided.
 */
export const receipt = (consent: AnyConsent, given: ReceiptOptions = {}): Receipt | undefined => {
  const { h = '', l = '' } = own(given, 'record') ?? consent.$state.get().record ?? {}
  const notice = own(own(given, 'notices') ?? {}, h)
  const hash = typeof notice === 'object' ? notice.inventory : undefined
  const inventory = (own(given, 'inventories') ?? []).find(one => hash && one.hash === hash)
  return makeReceipt(
    consent,
    given,
    inventory?.hash,
    inventory && (purpose => serviceFactsOf(inventory, purpose, l)),
  )
}

const serviceFactsOf = (
  { services }: KeptInventory,
  purpose: string,
  language: string,
): readonly ServiceFacts[] =>
  services
    .filter(({ category }) => category === purpose)
    .map(({ name, recipients, collects, cookies }) => ({
      service: name,
      recipient_third_parties:
        typeof recipients === 'string'
          ? undefined
          : recipients.map(({ company, country }) => ({
              party_name: company,
              party_country: country,
            })),
      pii_information:
        collects[0] &&
        collects.map(({ id, words = {} }) => ({
          pii_type: id,
          pii_name: fill(say(words, language) ?? id, {
            cookies: cookies.map(cookie => cookie.name).join(', '),
          }),
        })),
    }))
