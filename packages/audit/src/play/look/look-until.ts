import type { Page } from 'playwright-core'

/** The time between two looks, in milliseconds. */
const INTERVAL = 200

/**
 * Calls `look` again and again until `isEnough` returns `true` or the limit has passed. Returns the
 * last result of `look`.
 *
 * @param limit Milliseconds; with 0 there is one look.
 */
export const lookUntil = async <Seen>(
  page: Page,
  limit: number,
  look: () => Promise<Seen>,
  isEnough: (seen: Seen) => boolean,
): Promise<Seen> => {
  const end = Date.now() + limit
  for (;;) {
    const seen = await look()
    if (isEnough(seen) || Date.now() >= end) return seen
    await page.waitForTimeout(INTERVAL)
  }
}
