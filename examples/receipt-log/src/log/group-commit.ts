import type { Log, Outcome, Submission } from './log.ts'

/** At most so many events share a transaction. */
const GROUP = 500

interface Waiting {
  readonly submission: Submission
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}

/**
 * Gives a function that adds one event. Those that come while a transaction is under way share the
 * next one, and its one wait for the disk.
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
      // Lets the requests of this turn come in first.
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
