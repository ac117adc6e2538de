/**
 * Calls a function with `localStorage`, and returns the function's result; `undefined` if
 * `localStorage` cannot be read or the function throws.
 */
export const inStorage = <Result>(run: (storage: Storage) => Result): Result | undefined => {
  try {
    return run(localStorage)
  } catch {
    return undefined
  }
}
