import type { BrowserContext, Page } from '@playwright/test'

/**
 * The time for which the stand-in for Google's tag collects events before it sends them, in
 * milliseconds.
 */
export const BATCH = 150

/** Waits until the stand-in has sent every event that it has collected. */
export const waitForBatch = (page: Page): Promise<void> => page.waitForTimeout(3 * BATCH)

/** Returns the names of the browser's cookies, in alphabetical order. */
export const cookieNames = async (context: BrowserContext): Promise<string[]> =>
  (await context.cookies()).map(({ name }) => name).sort()

/** Collects the SDK's warnings and the page's errors. */
export const listen = (page: Page): { warnings: string[]; errors: string[] } => {
  const warnings: string[] = []
  const errors: string[] = []
  page.on('console', message => {
    if (message.text().includes('[SpaceONE Consent]')) warnings.push(message.text())
  })
  page.on('pageerror', error => errors.push(error.message))
  return { warnings, errors }
}
