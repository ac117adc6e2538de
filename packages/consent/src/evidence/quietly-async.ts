/** Runs what nobody waits for. An error costs what was tried, and no more: what is stored has another try. */
export const quietlyAsync = async (run: () => unknown): Promise<void> => {
  try {
    await run()
  } catch {
    // A browser or a page may have broken anything.
  }
}
