import type { ConsentStorage } from './storage.ts'

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
