import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'
import { checkSeqs } from './log/seq.ts'
import type { InventoryHashes } from './notice.ts'

/**
 * Yields a whole log as lines of JSON: first the notices, then the entries in order.
 *
 * @param known The hash of each notice's inventory, from the operator's file `NOTICES`.
 * @throws LogError if the log has a row with an invalid sequence number.
 */
export async function* exportLines(
  log: Log,
  known: InventoryHashes = new Map(),
): AsyncGenerator<string> {
  // Check the sequence numbers before the first line: after it, the response has the status 200.
  await checkSeqs(log)
  for (const h of await log.notices()) {
    const inventory = known.get(h) ?? 'unknown'
    yield `${JSON.stringify({ kind: 'notice', h, text: await log.notice(h), inventory })}\n`
  }
  for await (const entry of entriesOf(log)) yield `${JSON.stringify({ kind: 'entry', ...entry })}\n`
}
