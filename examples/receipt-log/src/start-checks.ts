import { checkLog } from './check-log.ts'
import { DAY_MS } from './day.ts'
import type { Log } from './log/log.ts'

/** The verifications of a log in the background. */
export interface Checks {
  /** Verifies the log, unless a verification is running. Resolves when it has ended. */
  run(): Promise<void>
  isRunning(): boolean
  stop(): void
}

/**
 * Verifies a log once a day, and stores each result. The links that officers have noted must still
 * be in the chain.
 *
 * @param report Is called with what is wrong, or with the error if the log could not be read. After
 *   an error the verification is tried again a day later.
 */
export const startChecks = (log: Log, report: (fault: unknown) => void): Checks => {
  let running: Promise<void> | undefined
  const check = async () => {
    try {
      const notes = await log.notes()
      const verdict = await checkLog(log, Date.now(), notes)
      // Two people may keep the same link. That of an empty chain shows nothing.
      const links = new Set(notes.flatMap(({ seq, hash }) => (seq > 0 ? [`${seq}:${hash}`] : [])))
      const linked = Math.max(0, ...notes.map(({ seq }) => seq))
      const check = { time: Date.now(), links: links.size, linked }
      if (verdict.ok) await log.keepCheck({ ...check, ...verdict.head, fault: '' })
      else {
        const { seq, hash, fault } = verdict
        await log.keepCheck({ ...check, seq, hash, fault })
        report(`${seq ? `entry ${seq}` : `the notice ${hash}`} ${fault}`)
      }
    } catch (error) {
      report(error)
    }
  }
  const run = () => {
    running ??= check().finally(() => {
      running = undefined
    })
    return running
  }
  const timer = setInterval(run, DAY_MS)
  return { run, isRunning: () => running !== undefined, stop: () => clearInterval(timer) }
}
