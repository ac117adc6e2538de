import { quietly } from './quietly.ts'

/**
 * Runs somebody else's function. What it throws is reported, as an uncaught error would be, and
 * stops nothing of ours.
 *
 * @returns What it returned, or `undefined` when it threw.
 */
export const attempt = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch (error) {
    // Node has no reportError.
    quietly(() => (globalThis.reportError ?? console.error)(error))
    return undefined
  }
}
