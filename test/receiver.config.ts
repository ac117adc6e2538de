import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['examples/receipt-log/**/*.test.ts'],
    // `npm test` leaves out tests with this tag.
    tags: [{ name: 'full', description: 'Only `npm run test:full` runs the test' }],
    globalSetup: ['examples/receipt-log/test/start-postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
