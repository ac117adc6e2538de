import type { Entry } from './chain.ts'
import type { ConsentEvent } from './event.ts'
import type { Log } from './log/log.ts'

/** What is kept of one consent. */
export interface Receipt {
  readonly receipt: string
  /** What gave it and what ended it, with their links. */
  readonly entries: readonly Entry[]
  /** The texts that were shown, by their hashes; those that are kept. */
  readonly notices: Readonly<Record<string, string>>
}

/** Gives what is kept of a consent; `undefined` where there is nothing. */
export const readReceipt = async (log: Log, receipt: string): Promise<Receipt | undefined> => {
  const entries = await log.ofReceipt(receipt)
  if (entries.length === 0) return undefined
  const named = entries.map(({ content }) => (JSON.parse(content ?? '') as ConsentEvent).record.h)
  const notices: Record<string, string> = {}
  for (const h of new Set(named)) {
    const text = h === undefined ? undefined : await log.notice(h)
    if (h !== undefined && text !== undefined) notices[h] = text
  }
  return { receipt, entries, notices }
}
