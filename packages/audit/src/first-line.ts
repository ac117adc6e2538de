/** Returns the first line of an error's message. Playwright's errors have a log below it. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
