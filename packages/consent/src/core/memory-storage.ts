import type { ConsentStorage } from './storage.ts'

/** Keeps the record in memory: for tests, and for hosts that keep it somewhere of their own. */
export const memoryStorage = (...values: readonly string[]): ConsentStorage => {
  let kept = values
  return {
    read: () => kept,
    write: value => {
      kept = [value]
    },
  }
}
