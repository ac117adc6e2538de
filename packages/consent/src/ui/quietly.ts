/** Asks the browser for what it may refuse, as core's own does, of which only types come here. */
export const quietly = <Result>(run: () => Result): Result | undefined => {
  try {
    return run()
  } catch {
    return undefined
  }
}
