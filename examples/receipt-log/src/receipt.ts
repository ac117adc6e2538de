import type { Entry } from './chain.ts'
import type { ConsentEvent } from './event.ts'
import type { Log } from './log/log.ts'
import { invalidSeq, isSeq } from './log/seq.ts'
import type { InventoryHashes } from './notice.ts'

/** Everything that the log has about the consent with one receipt id. */
export interface Receipt {
  readonly receipt: string
  /** The entries of the events that gave and ended the consent. */
  readonly entries: readonly Entry[]
  /** The stored texts of the notices that the visitor saw, by hash. */
  readonly notices: Readonly<Record<string, string>>
  /** The hash of the inventory from which each notice was drawn, or `unknown`. */
  readonly inventories: Readonly<Record<string, string>>
}

/**
 * Returns everything that the log has about a consent; `undefined` if the log has no event of the
 * consent, or has deleted the content of all its events.
 *
 * @param known The hash of each notice's inventory, from the operator's file `NOTICES`.
 * @throws LogError if one of the rows has an invalid sequence number.
 */
export const readReceipt = async (
  log: Log,
  receipt: string,
  known: InventoryHashes = new Map(),
): Promise<Receipt | undefined> => {
  const entries = await log.ofReceipt(receipt)
  if (entries.length === 0) return undefined
  for (const { seq } of entries) if (!isSeq(seq)) throw invalidSeq(seq)
  const named = entries.map(({ content }) => (JSON.parse(content ?? '') as ConsentEvent).record.h)
  const notices: Record<string, string> = {}
  const inventories: Record<string, string> = {}
  for (const h of new Set(named)) {
    if (h === undefined) continue
    const text = await log.notice(h)
    if (text !== undefined) notices[h] = text
    inventories[h] = known.get(h) ?? 'unknown'
  }
  return { receipt, entries, notices, inventories }
}
