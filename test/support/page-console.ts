import { test as base } from '@playwright/test'

/** Playwright's `test`. If a test fails, its report has what the page wrote to its console. */
export const test = base.extend<{ pageConsole: undefined }>({
  pageConsole: [
    async ({ context }, use, info) => {
      const lines: string[] = []
      context.on('console', message => lines.push(`${message.type()}: ${message.text()}`))
      context.on('weberror', error => lines.push(`uncaught: ${error.error()}`))
      await use(undefined)
      if (info.status !== info.expectedStatus && lines.length > 0)
        await info.attach('console', { body: lines.join('\n'), contentType: 'text/plain' })
    },
    { auto: true },
  ],
})
