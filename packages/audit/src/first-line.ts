/** Returns the first line of an error's message. The other lines are Playwright's log. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
