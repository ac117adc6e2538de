import type { BrowserContext, Page } from '@playwright/test'

export const cookieNames = async (context: BrowserContext): Promise<string[]> =>
  (await context.cookies()).map(({ name }) => name).sort()

export const listen = (page: Page): { warnings: string[]; errors: string[] } => {
  const warnings: string[] = []
  const errors: string[] = []
  page.on('console', message => {
    // Ignores the warning about a purpose without a service, which many test pages have.
    const text = message.text()
    if (/\[SpaceONE Consent\] (?!No service)/.test(text)) warnings.push(text)
  })
  page.on('pageerror', error => errors.push(error.message))
  return { warnings, errors }
}
