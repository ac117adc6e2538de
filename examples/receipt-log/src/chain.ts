import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** The fields of a link from which its hash is computed. */
export interface Link {
  /** Sequence number from 1, without gaps. */
  readonly seq: number
  /** Time at which the server stored the entry, in milliseconds since the epoch. */
  readonly time: number
  /** End of the content's retention, in milliseconds since the epoch. */
  readonly until: number
  /** SHA-256 of the content, in hex. */
  readonly contentHash: string
  /** Hash of the previous link, in hex. */
  readonly prev: string
}

/** A link of the chain together with its content. */
export interface Entry extends Link {
  /** SHA-256 of the link, in hex. */
  readonly hash: string
  /** The event as canonical JSON; `null` once it is deleted, after its retention has ended. */
  readonly content: string | null
}

/** The sequence number and the hash of a link, such as the last link of a chain. */
export type Head = Pick<Entry, 'seq' | 'hash'>

/** Stands for the last link of an empty chain. The first link has this hash as `prev`. */
export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) }

/** Returns the SHA-256 of bytes, or of a text's UTF-8 bytes, in hex, as `sha256sum` prints it. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** Returns the first 22 base64url characters of the SHA-256 of bytes, or of a text. */
export const shortHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22)

/**
 * Returns the hash of a link: SHA-256 of the canonical JSON of `{ contentHash, prev, seq, time,
 * until, v: 1 }`. The link contains only the hash of the content. So the chain stays valid after
 * the content is deleted.
 */
export const hashOfLink = ({ seq, time, until, contentHash, prev }: Link): string =>
  sha256(canonicalJson({ contentHash, prev, seq, time, until, v: 1 }))

/** Makes the entry that follows the last link of a chain. */
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
