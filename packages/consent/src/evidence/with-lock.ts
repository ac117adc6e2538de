/**
 * Runs a function while no other tab runs it. In browsers without Web Locks the function runs at
 * once.
 *
 * @param name Name of the lock.
 * @param signal Ends the wait for the lock. Does not stop a function that runs.
 */
export const withLock = async (
  name: string,
  signal: AbortSignal,
  run: () => Promise<void>,
): Promise<void> => {
  try {
    const { locks } = navigator
    await (locks ? locks.request(name, { signal }, run) : run())
  } catch {
    // In a sandboxed page `navigator.locks` exists but throws.
    if (!signal.aborted) await run()
  }
}
