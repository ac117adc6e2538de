import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['packages/audit/test/**/*.audit.ts'],
    // `npm test` leaves out tests with this tag.
    tags: [{ name: 'full', description: 'Only `npm run test:full` runs the test' }],
    globalSetup: ['packages/audit/test/support/install-banners.ts'],
    // Each file drives a browser of its own, and waits most of the time.
    maxWorkers: 6,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
