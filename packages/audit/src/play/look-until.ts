import type { Page } from 'playwright-core'

/** How long `lookUntil` looks, and the time between two looks, in milliseconds. */
interface Times {
  readonly limit: number
  readonly interval: number
}

/**
 * Calls `look` again and again until `isEnough` returns `true` or the limit has passed. Returns the
 * last result of `look`.
 */
export const lookUntil = async <Seen>(
  page: Page,
  { limit, interval }: Times,
  look: () => Promise<Seen>,
  isEnough: (seen: Seen) => boolean,
): Promise<Seen> => {
  const end = Date.now() + limit
  for (;;) {
    const seen = await look()
    if (isEnough(seen) || Date.now() > end) return seen
    await page.waitForTimeout(interval)
  }
}
