import type { Entry } from '../chain.ts'
import type { Log } from './log.ts'
import { checkSeqs } from './seq.ts'

/** How many entries are read into memory at a time. */
const PAGE = 1000

/**
 * Yields all entries of a log in order. Entries are read in pages, and other processes may write
 * meanwhile.
 *
 * @throws LogError for a log with a row whose sequence number no entry can have.
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
