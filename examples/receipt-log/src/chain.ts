import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** What a link says, and what its hash is over. */
export interface Link {
  /** From 1, without gaps. */
  readonly seq: number
  /** When the server took it, in milliseconds since the epoch. */
  readonly time: number
  /** Until when the content is kept, in milliseconds since the epoch. */
  readonly until: number
  /** SHA-256 of the content, in hex. */
  readonly contentHash: string
  /** The hash of the link before it. */
  readonly prev: string
}

/** A link of the chain with what hangs on it. */
export interface Entry extends Link {
  /** SHA-256 of the link, in hex. */
  readonly hash: string
  /** The event as canonical JSON; `null` once it has been forgotten. */
  readonly content: string | null
}

/** Where a chain stands: its last link. */
export type Head = Pick<Entry, 'seq' | 'hash'>

/** What the first link follows. */
export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) }

/** SHA-256 of a text's UTF-8 bytes, in hex: what `sha256sum` prints. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Gives the hash of a link: SHA-256 of the canonical JSON of
 * `{ contentHash, prev, seq, time, until, v: 1 }`. The content itself is only in by its own hash, so
 * that it can be forgotten without breaking the chain.
 */
export const hashOfLink = ({ seq, time, until, contentHash, prev }: Link): string =>
  sha256(canonicalJson({ contentHash, prev, seq, time, until, v: 1 }))

/** Gives the entry that follows a head. */
export const entryAfter = (
  head: Head,
  {
    content,
    until,
    time,
  }: { readonly content: string; readonly until: number; readonly time: number },
): Entry => {
  const link = {
    seq: head.seq + 1,
    time,
    until,
    contentHash: sha256(content),
    prev: head.hash,
  }
  return { ...link, hash: hashOfLink(link), content }
}
