import { type Entry, entryAfter, type Head, sha256 } from '../chain.ts'
import type { Outcome, Submission } from './log.ts'
import { type Sum, sumsOf } from './sums.ts'

/** The rows that one transaction adds, and the result for each submission. */
interface Plan {
  readonly entries: readonly Entry[]
  readonly outcomes: readonly Outcome[]
  readonly sums: readonly Sum[]
  readonly files: readonly { readonly seq: number; readonly file: Uint8Array }[]
}

/**
 * Computes the rows that one transaction adds, without side effects. Both databases use this
 * function.
 *
 * @param head The last link. The caller has to make sure that no other transaction adds entries at
 *   the same time.
 * @param known The hash of the content in the log, by id, for each submission whose id is in the
 *   log already.
 * @param time The present time, in milliseconds since the epoch.
 */
export const planAppend = (
  submissions: readonly Submission[],
  head: Head,
  known: ReadonlyMap<string, string>,
  time: number,
): Plan => {
  const hashes = new Map(known)
  const entries: Entry[] = []
  const files: { readonly seq: number; readonly file: Uint8Array }[] = []
  const outcomes = submissions.map(({ id, content, until, file }): Outcome => {
    const earlier = hashes.get(id)
    if (earlier !== undefined) return earlier === sha256(content) ? 'known' : 'other'
    const entry = entryAfter(entries.at(-1) ?? head, { content, until, time })
    hashes.set(id, entry.contentHash)
    entries.push(entry)
    if (file) files.push({ seq: entry.seq, file })
    return 'added'
  })
  return { entries, outcomes, sums: sumsOf(entries), files }
}
