/** Does something with `localStorage`, where there is one and it lets us. */
export const inStorage = <Result>(use: (storage: Storage) => Result): Result | undefined => {
  try {
    return use(localStorage)
  } catch {
    return undefined
  }
}
