import type { Log, Outcome, Submission } from './log.ts'

/** The largest number of events in one transaction. */
const GROUP = 500

interface Waiting {
  readonly submission: Submission
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}

/**
 * Returns a function that adds one event. The events that arrive while a transaction runs go into
 * the next transaction, at most `GROUP` of them, and wait for the disk together.
 */
export const groupCommit = (
  log: Pick<Log, 'append'>,
  now: () => number = Date.now,
): ((submission: Submission) => Promise<Outcome>) => {
  const queue: Waiting[] = []
  let isBusy = false

  const commit = async (group: readonly Waiting[]) => {
    try {
      const submissions = group.map(({ submission }) => submission)
      const outcomes = await log.append(submissions, now())
      for (const [index, { resolve }] of group.entries()) resolve(outcomes[index] as Outcome)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  const work = async () => {
    isBusy = true
    while (queue.length > 0) {
      // Wait, so that other requests of this turn of the event loop can join the transaction.
      await new Promise(resolve => setImmediate(resolve))
      await commit(queue.splice(0, GROUP))
    }
    isBusy = false
  }

  return submission =>
    new Promise((resolve, reject) => {
      queue.push({ submission, resolve, reject })
      if (!isBusy) void work()
    })
}
