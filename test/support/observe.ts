import type { BrowserContext, Page } from '@playwright/test'

/** How long the tag of a test collects events before it sends them, in milliseconds. */
export const BATCH = 400

/** Waits as long as anything could take to leave that the tag has collected for `BATCH`. */
export const waitForBatch = (page: Page): Promise<void> => page.waitForTimeout(3 * BATCH)

/** Names of the cookies in the jar, in alphabetical order. */
export const cookieNames = async (context: BrowserContext): Promise<string[]> =>
  (await context.cookies()).map(({ name }) => name).sort()

/** Collects what the SDK says to developers, and every error that reaches the page. */
export const listen = (page: Page): { warnings: string[]; errors: string[] } => {
  const warnings: string[] = []
  const errors: string[] = []
  page.on('console', message => {
    if (message.text().includes('[SpaceONE Consent]')) warnings.push(message.text())
  })
  page.on('pageerror', error => errors.push(error.message))
  return { warnings, errors }
}
