import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/webkit/**/*.webkit.ts'],
    // `npm test` leaves out tests with this tag.
    tags: [{ name: 'full', description: 'Only `npm run test:full` runs the test' }],
    // WebKit's driver supports one session at a time.
    fileParallelism: false,
    // As in playwright.config.ts, for a busy machine.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    env: {
      WDIO_LOG_LEVEL: 'error',
      DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS: 'true',
      // Do not use a proxy of the environment for the driver, which listens on this machine.
      NO_PROXY: '127.0.0.1',
    },
  },
})
