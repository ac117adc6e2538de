/**
 * Returns a function that calls `run` at most once until the next microtask checkpoint. The gate
 * reads the stored record this way and not at every request, so a withdrawal in another tab counts
 * from the next task on.
 */
export const oncePerBurst = (run: () => void): (() => void) => {
  // Read `queueMicrotask` before the first call, since a library may replace it later.
  const { queueMicrotask: later } = globalThis
  let isFresh = false
  return () => {
    if (isFresh) return
    later(() => {
      isFresh = false
    })
    isFresh = true
    run()
  }
}
