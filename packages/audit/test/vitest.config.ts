import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['packages/audit/test/**/*.audit.ts'],
    // These two files have tests of `npm run test:full` alone.
    exclude: process.env['FULL'] === '1' ? [] : ['**/vendors-*.audit.ts'],
    globalSetup: ['packages/audit/test/support/install-banners.ts'],
    // Each file drives a browser of its own, and waits most of the time.
    maxWorkers: 4,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
