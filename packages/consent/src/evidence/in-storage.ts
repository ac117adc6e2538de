/**
 * Calls a function with `localStorage`, and returns its result; `undefined` when `localStorage` is
 * missing or throws.
 */
export const inStorage = <Result>(use: (storage: Storage) => Result): Result | undefined => {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
