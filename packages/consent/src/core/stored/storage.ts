/** Stores the record. Tests and sites can pass their own implementation. */
export interface ConsentStorage {
  /** Returns the record's value in each of its cookies: a browser can have several of one name. */
  read(): readonly string[]
  /**
   * Stores a value, at least until the page is left. An empty value with an age of 0 seconds
   * deletes the stored value. Never throws.
   */
  write(value: string, maxAgeSeconds: number): void
}

/** Stores the record in memory, for tests and servers. */
export const memoryStorage = (...values: readonly string[]): ConsentStorage => {
  let stored = values
  return {
    read: () => stored,
    write: value => {
      stored = [value]
    },
  }
}
