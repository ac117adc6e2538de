import { historyKey, outboxKey } from './names.ts'

/**
 * Deletes what lies in `localStorage` under the names of this SDK, and nothing else. Never throws.
 *
 * @param cookie Name of the record's cookie.
 */
export const eraseStored = (cookie: string | undefined): void => {
  try {
    for (const key of Object.keys(localStorage))
      if (key === historyKey(cookie) || key.startsWith(outboxKey(cookie)))
        localStorage.removeItem(key)
  } catch {
    // The browser refuses: nothing was stored.
  }
}
