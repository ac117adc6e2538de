import { type Entry, GENESIS, type Head, hashOfLink, sha256 } from './chain.ts'
import { isSeq } from './log/seq.ts'

/** The result of a verification: the last link, or the first broken link. */
export type Verdict =
  | { readonly ok: true; readonly head: Head; readonly forgotten: number }
  | { readonly ok: false; readonly seq: number; readonly fault: string }

/**
 * Verifies a chain from its first link to the first broken link.
 *
 * @param entries The entries in order.
 * @param now The present, in milliseconds since the epoch.
 * @param anchor A link that was stored earlier in another place. The chain has to contain this link
 *   unchanged.
 */
export const verify = async (
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  now: number,
  anchor?: Head,
): Promise<Verdict> => {
  let head = GENESIS
  let forgotten = 0
  const other = anchor && anchorFault(head, anchor)
  if (other) return { ok: false, ...other }
  for await (const entry of entries) {
    const fault = faultOf(entry, head, now) ?? (anchor && anchorFault(entry, anchor))
    if (fault) return { ok: false, ...fault }
    if (entry.content === null) forgotten += 1
    head = entry
  }
  if (anchor && anchor.seq > head.seq)
    return { ok: false, seq: head.seq + 1, fault: 'is missing: the chain ends before it' }
  return { ok: true, head: { seq: head.seq, hash: head.hash }, forgotten }
}

interface Fault {
  readonly seq: number
  readonly fault: string
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

const anchorFault = ({ seq, hash }: Head, anchor: Head): Fault | undefined =>
  seq === anchor.seq && hash !== anchor.hash
    ? { seq, fault: 'is not the one that was noted: the chain was written anew' }
    : undefined
