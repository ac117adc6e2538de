import { attempt } from '../shared/attempt.ts'

/**
 * Runs a function when something begins, and its clean-up when that ends.
 *
 * @param run May return its clean-up. What either of them throws is reported.
 * @returns Tells whether it is so now. Does nothing while that has not changed.
 */
export const runWhile = (run: () => unknown): ((isSo: boolean) => void) => {
  let isRunning = false
  let cleanUp: unknown
  return isSo => {
    if (isSo === isRunning) return
    isRunning = isSo
    // If `run` itself took the grant back and gave it again, an inner one has left a clean-up.
    if (isSo) cleanUp = attempt(run) ?? cleanUp
    // Withdrawn before, or while `run` was still at work.
    if (!isRunning) {
      // An async function gives a promise: nothing to clean up with.
      if (typeof cleanUp === 'function') attempt(cleanUp as () => void)
      cleanUp = undefined
    }
  }
}
