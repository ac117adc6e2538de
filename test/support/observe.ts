import type { BrowserContext, Page } from '@playwright/test'

/** Long enough for the tag's five-second batch to leave, in milliseconds. */
const BATCH = 6000

/** Waits as long as anything that was queued could take to leave. */
export const waitForBatch = (page: Page): Promise<void> => page.waitForTimeout(BATCH)

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
