import { quietly } from './quietly.ts'

/**
 * Calls back after a time, in milliseconds; never where the browser has no clock for it.
 *
 * @returns The undo. Neither of them throws, nor does the call.
 */
export const callLater = (run: () => void, wait: number): (() => void) => {
  try {
    const timer = setTimeout(() => quietly(run), wait)
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
