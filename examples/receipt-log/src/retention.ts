import type { Log } from './log/log.ts'

/** How often it is looked for what has to be forgotten, in milliseconds. */
const DAILY = 24 * 60 * 60 * 1000

/**
 * Forgets what has to be forgotten, now and once a day.
 *
 * @param report Gets how many there were, or what went wrong; the next day tries again.
 * @returns Stops it.
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
  const timer = setInterval(run, DAILY)
  return () => clearInterval(timer)
}
