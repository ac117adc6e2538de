/**
 * Runs a function that calls a browser feature which may throw. The error is not reported, since no
 * page can fix it.
 *
 * @returns The function's result, or `undefined` if it threw.
 */
export const quietly = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}
