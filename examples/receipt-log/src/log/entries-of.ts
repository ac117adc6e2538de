import type { Entry } from '../chain.ts'
import type { Log } from './log.ts'
import { checkSeqs } from './seq.ts'

/** The number of entries that are in memory at a time. */
const PAGE = 1000

/**
 * Yields all entries of a log in order. Reads `PAGE` entries at a time, and other processes may
 * write in the meantime.
 *
 * @throws LogError if the log has a row with an invalid sequence number.
 */
export async function* entriesOf(log: Pick<Log, 'after' | 'invalidSeq'>): AsyncGenerator<Entry> {
  await checkSeqs(log)
  let seq = 0
  for (;;) {
    const page = await log.after(seq, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last) return
    seq = last.seq
  }
}
