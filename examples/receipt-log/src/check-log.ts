import { type Entry, type Head, sha256 } from './chain.ts'
import { entriesOf } from './log/entries-of.ts'
import type { Log } from './log/log.ts'
import { findBrokenNotice } from './notice.ts'
import { type FaultName, verify } from './verify.ts'

/** What can be wrong with a log: with an entry of the chain, a stored notice, or an audit's file. */
export type LogFault =
  | FaultName
  | 'has another stored file than its hash'
  | 'has another stored text than its hash'

/** What verifying a whole log has found. */
export type LogVerdict =
  | { readonly ok: true; readonly head: Head; readonly forgotten: number }
  | {
      readonly ok: false
      /** Sequence number of the entry with the fault; 0 if a notice has it. */
      readonly seq: number
      /** Hash of the notice with the fault; empty if an entry has it. */
      readonly hash: string
      readonly fault: LogFault
    }

/**
 * Verifies a log: the chain, the stored notices, and the stored files of audits.
 *
 * @param now The present, in milliseconds since the epoch.
 * @param anchors Links that were stored elsewhere. The chain has to contain them unchanged.
 */
export const checkLog = async (
  log: Pick<Log, 'after' | 'invalidSeq' | 'notices' | 'notice' | 'audits' | 'auditFile'>,
  now: number,
  anchors: readonly Head[] = [],
): Promise<LogVerdict> => {
  const verdict = await verify(withPauses(entriesOf(log)), now, anchors)
  if (!verdict.ok) return { ...verdict, hash: '' }
  const h = await findBrokenNotice(log)
  if (h !== undefined)
    return { ok: false, seq: 0, hash: h, fault: 'has another stored text than its hash' }
  for (const { seq, content } of await log.audits()) {
    const file = await log.auditFile(seq)
    if (!file || sha256(file) !== JSON.parse(content ?? '{}').sha256)
      return { ok: false, seq, hash: '', fault: 'has another stored file than its hash' }
  }
  return verdict
}

/** The number of entries between two pauses: some milliseconds. */
const PACE = 200

/**
 * Yields entries, and lets other work of the process run from time to time. SQLite is read without
 * waiting, so otherwise a server would answer nothing until it has verified the whole log.
 */
async function* withPauses(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  let count = 0
  for await (const entry of entries) {
    count += 1
    if (count % PACE === 0) await new Promise(resolve => setImmediate(resolve))
    yield entry
  }
}
