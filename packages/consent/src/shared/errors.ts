/** Runs a function and ignores its error. Returns its result, or `undefined` after an error. */
export const quietly = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}

/**
 * Runs a function. If it throws, reports the error as an uncaught one, or in the console if there
 * is no `reportError`, and returns `undefined`.
 */
export const attempt = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch (error) {
    // Missing in Node. In a browser without it, an element of the page may have this id.
    const { reportError } = globalThis
    const report = typeof reportError === 'function' ? reportError : console.error
    report(error)
    return undefined
  }
}
