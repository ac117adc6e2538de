import { type Entry, GENESIS, type Head, hashOfLink, sha256 } from './chain.ts'
import { isSeq } from './log/seq.ts'

/** What can be wrong with an entry, in the words that follow "entry 3" in a message. */
export type FaultName =
  | 'has a sequence number that no entry can have'
  | 'is missing'
  | 'does not follow the one before it'
  | 'has another time, end of retention, content hash or place than its hash'
  | 'has lost its content before the end of its retention'
  | 'has another content than its hash'
  | 'is not the one that was noted: the chain was written anew'
  | 'is missing: the chain ends before it'

/** The result of a verification: the last link, or the first broken link. */
export type Verdict =
  | { readonly ok: true; readonly head: Head; readonly forgotten: number }
  | { readonly ok: false; readonly seq: number; readonly fault: FaultName }

/**
 * Verifies a chain from its first link to the first broken link.
 *
 * @param entries The entries in order.
 * @param now The present, in milliseconds since the epoch.
 * @param anchors Links that were stored earlier in another place. The chain has to contain each of
 *   them unchanged.
 */
export const verify = async (
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  now: number,
  anchors: readonly Head[] = [],
): Promise<Verdict> => {
  let head = GENESIS
  let forgotten = 0
  const anchorFault = ({ seq, hash }: Head): Fault | undefined =>
    anchors.some(anchor => anchor.seq === seq && anchor.hash !== hash)
      ? { seq, fault: 'is not the one that was noted: the chain was written anew' }
      : undefined
  const other = anchorFault(head)
  if (other) return { ok: false, ...other }
  for await (const entry of entries) {
    const fault = faultOf(entry, head, now) ?? anchorFault(entry)
    if (fault) return { ok: false, ...fault }
    if (entry.content === null) forgotten += 1
    head = entry
  }
  if (anchors.some(({ seq }) => seq > head.seq))
    return { ok: false, seq: head.seq + 1, fault: 'is missing: the chain ends before it' }
  return { ok: true, head: { seq: head.seq, hash: head.hash }, forgotten }
}

interface Fault {
  readonly seq: number
  readonly fault: FaultName
}

const faultOf = (entry: Entry, before: Head, now: number): Fault | undefined => {
  const { seq, content, contentHash } = entry
  if (!isSeq(seq)) return { seq, fault: 'has a sequence number that no entry can have' }
  if (seq !== before.seq + 1) return { seq: before.seq + 1, fault: 'is missing' }
  if (entry.prev !== before.hash) return { seq, fault: 'does not follow the one before it' }
  if (entry.hash !== hashOfLink(entry))
    return { seq, fault: 'has another time, end of retention, content hash or place than its hash' }
  if (content === null && entry.until > now)
    return { seq, fault: 'has lost its content before the end of its retention' }
  if (content !== null && sha256(content) !== contentHash)
    return { seq, fault: 'has another content than its hash' }
  return undefined
}
