import { DAY_MS } from './day.ts'
import type { Log } from './log/log.ts'

/**
 * Deletes content whose retention has ended, at once and then once a day.
 *
 * @param report Is called with the number of deleted contents, or with an error. After an error,
 *   the deletion is tried again a day later.
 * @returns A function that stops the deletion.
 */
export const startRetention = (
  log: Pick<Log, 'forget'>,
  report: (forgotten: number, error?: unknown) => void,
): (() => void) => {
  const run = () =>
    log.forget(Date.now()).then(
      forgotten => report(forgotten),
      error => report(0, error),
    )
  void run()
  const timer = setInterval(run, DAY_MS)
  return () => clearInterval(timer)
}
