/**
 * Runs a function of the site. If the function throws, reports an uncaught error and does not
 * throw, so that the SDK's own code continues.
 *
 * @returns The function's result, or `undefined` if it threw.
 */
export const attempt = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch (error) {
    // `reportError` is missing in Node.
    const report = globalThis.reportError ?? console.error
    report(error)
    return undefined
  }
}
