import { quietly } from '../shared/quietly.ts'

/**
 * Returns a function that calls `run` at most once until the next microtask checkpoint. Inputs that
 * other tabs can change are read this way, not at every request: a withdrawal in another tab counts
 * from the next task on.
 */
export const oncePerBurst = (run: () => void): (() => void) => {
  // The browser's own function: a library may replace `queueMicrotask` later.
  const later = quietly(() => queueMicrotask) as typeof queueMicrotask
  let isFresh = false
  return () => {
    if (isFresh) return
    isFresh = true
    try {
      later(() => {
        isFresh = false
      })
    } catch {
      // Without `queueMicrotask` every call runs.
      isFresh = false
    }
    run()
  }
}
