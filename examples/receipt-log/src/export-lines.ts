import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'
import { checkSeqs } from './log/seq.ts'

/**
 * Yields a whole log as lines of JSON: the notices, then the entries in order.
 *
 * @throws LogError for a log with a row whose sequence number no entry can have.
 */
export async function* exportLines(log: Log): AsyncGenerator<string> {
  // The log is refused before the first line, so that no response begins with a status of 200.
  await checkSeqs(log)
  for (const h of await log.notices())
    yield `${JSON.stringify({ kind: 'notice', h, text: await log.notice(h) })}\n`
  for await (const entry of entriesOf(log)) yield `${JSON.stringify({ kind: 'entry', ...entry })}\n`
}
