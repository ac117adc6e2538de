/**
 * Does something while no other tab does the same. Where the browser has no locks it is simply done.
 *
 * @param name Of the lock.
 * @param signal Stops waiting for it. It does not end what is being done.
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
    // A sandboxed page has locks and may not use them.
    if (!signal.aborted) await run()
  }
}
