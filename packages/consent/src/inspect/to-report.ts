import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { deliveriesOf } from './endpoint.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** Returns a record without the id of its receipt, by which an endpoint could find the visitor. */
const withoutReceipt = (record: ConsentRecord): ConsentRecord => ({ ...record, r: undefined })

/**
 * Returns the state, the decisions, the deliveries and the ledger as JSON, for a message to a
 * colleague. Contains the page's address without its query, and no receipt id.
 */
export const toReport = (consent: AnyConsent, ledger: readonly LedgerEntry[]): string => {
  const { record, ...state } = consent.$state.get()
  return JSON.stringify(
    {
      page: location.origin + location.pathname,
      at: new Date().toISOString(),
      state: { ...state, record: record && withoutReceipt(record) },
      decisions: consent.history().map(withoutReceipt),
      deliveries: deliveriesOf(consent, ledger),
      ledger,
    },
    undefined,
    2,
  )
}
