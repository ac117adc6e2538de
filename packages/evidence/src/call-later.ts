/**
 * Calls back after a time, in milliseconds; never where the browser has no clock for it.
 *
 * @returns The undo. Neither of the two throws.
 */
export const callLater = (run: () => void, wait: number): (() => void) => {
  try {
    const timer = setTimeout(run, wait)
    return () => {
      try {
        clearTimeout(timer)
      } catch {
        // It runs, then.
      }
    }
  } catch {
    return () => {}
  }
}
