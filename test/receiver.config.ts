import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['examples/receipt-log/**/*.test.ts'],
    globalSetup: ['examples/receipt-log/test/start-postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
