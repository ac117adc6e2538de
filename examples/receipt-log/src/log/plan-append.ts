import { type Entry, entryAfter, type Head, sha256 } from '../chain.ts'
import type { Outcome, Submission } from './log.ts'

/**
 * Works out what one transaction adds. Pure: both databases do the same.
 *
 * @param head The last link, which nobody else may follow meanwhile.
 * @param known The content hashes of those submissions whose id is in the log, by id.
 * @param time In milliseconds since the epoch.
 */
export const planAppend = (
  submissions: readonly Submission[],
  head: Head,
  known: ReadonlyMap<string, string>,
  time: number,
): { readonly entries: readonly Entry[]; readonly outcomes: readonly Outcome[] } => {
  const hashes = new Map(known)
  const entries: Entry[] = []
  const outcomes = submissions.map(({ id, content, until }): Outcome => {
    const earlier = hashes.get(id)
    if (earlier !== undefined) return earlier === sha256(content) ? 'known' : 'other'
    const entry = entryAfter(entries.at(-1) ?? head, { content, until, time })
    hashes.set(id, entry.contentHash)
    entries.push(entry)
    return 'added'
  })
  return { entries, outcomes }
}
