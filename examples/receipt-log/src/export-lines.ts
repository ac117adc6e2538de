import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'

/** Yields a whole log as lines of JSON: the notices, then the entries in order. */
export async function* exportLines(log: Log): AsyncGenerator<string> {
  for (const h of await log.notices())
    yield `${JSON.stringify({ kind: 'notice', h, text: await log.notice(h) })}\n`
  for await (const entry of entriesOf(log)) yield `${JSON.stringify({ kind: 'entry', ...entry })}\n`
}
