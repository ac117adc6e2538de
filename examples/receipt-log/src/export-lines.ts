import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'
import { checkSeqs } from './log/seq.ts'

/**
 * Yields a whole log as lines of JSON: first the notices, then the entries in order.
 *
 * @throws LogError if the log has a row with an invalid sequence number.
 */
export async function* exportLines(log: Log): AsyncGenerator<string> {
  // Check before the first line: after it, the response has the status 200 already.
  await checkSeqs(log)
  for (const h of await log.notices())
    yield `${JSON.stringify({ kind: 'notice', h, text: await log.notice(h) })}\n`
  for await (const entry of entriesOf(log)) yield `${JSON.stringify({ kind: 'entry', ...entry })}\n`
}
