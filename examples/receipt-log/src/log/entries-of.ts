import type { Entry } from '../chain.ts'
import type { Log } from './log.ts'
import { checkSeqs } from './seq.ts'

/** The number of entries that are in memory at a time. */
const PAGE = 1000

/**
 * Yields the entries whose sequence numbers lie after `after`, and not after `last`, in order. Reads
 * `PAGE` entries at a time, and other processes may write in the meantime.
 */
export async function* entriesAfter(
  log: Pick<Log, 'after'>,
  after: number,
  last: number,
): AsyncGenerator<Entry> {
  for (let seq = after; seq < last; ) {
    const page = await log.after(seq, PAGE)
    for (const entry of page) if (entry.seq <= last) yield entry
    seq = page.at(-1)?.seq ?? last
  }
}

/**
 * Yields all entries of a log in order, as `entriesAfter` does.
 *
 * @throws LogError if the log has a row with an invalid sequence number.
 */
export async function* entriesOf(log: Pick<Log, 'after' | 'invalidSeq'>): AsyncGenerator<Entry> {
  await checkSeqs(log)
  yield* entriesAfter(log, 0, Number.POSITIVE_INFINITY)
}
