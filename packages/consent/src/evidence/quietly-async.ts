/** Runs a function and ignores its result and its errors: a stored event is sent again later. */
export const quietlyAsync = async (run: () => unknown): Promise<void> => {
  try {
    await run()
  } catch {
    // The browser or the page may have broken any built-in, so every error is ignored.
  }
}
