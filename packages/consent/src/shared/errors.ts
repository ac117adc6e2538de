/** Runs a function. Returns `undefined` if it throws an error, which no page could fix. */
export const quietly = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Runs a function of the site. If it throws, reports an uncaught error and returns `undefined`. */
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
