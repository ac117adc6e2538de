import { attempt } from '../../shared/errors.ts'

/**
 * Creates a switch that runs a function when it is turned on, and the function's clean-up when it
 * is turned off. Errors of both functions are reported.
 *
 * @param run May return a clean-up function.
 * @returns A function that turns the switch on (`true`) or off (`false`). The function does nothing
 *   if the switch has this position already.
 */
export const runWhile = (run: () => unknown): ((isOn: boolean) => void) => {
  let isRunning = false
  let cleanUp: unknown
  return isOn => {
    if (isOn === isRunning) return
    isRunning = isOn
    // `run` may turn the switch off and on again. In that case the nested call of this function has
    // set `cleanUp` already.
    if (isOn) cleanUp = attempt(run) ?? cleanUp
    // The caller has turned the switch off, or `run` itself has done so.
    if (!isRunning) {
      // An async function returns a promise, which is not a clean-up.
      if (typeof cleanUp === 'function') attempt(cleanUp as () => void)
      cleanUp = undefined
    }
  }
}
