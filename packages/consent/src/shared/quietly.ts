/**
 * Asks the browser for what it may refuse. Nobody is told: no page can do anything about it.
 *
 * @returns What it gave, or `undefined` when it threw.
 */
export const quietly = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}
