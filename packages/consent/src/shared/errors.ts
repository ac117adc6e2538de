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
    // `reportError` is missing in Node. In a browser without it, an element of the page may have the
    // id `reportError`.
    const { reportError } = globalThis
    const report = typeof reportError === 'function' ? reportError : console.error
    report(error)
    return undefined
  }
}
