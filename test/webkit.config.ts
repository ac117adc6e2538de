import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/webkit/**/*.webkit.ts'],
    // WebKit's driver supports one session at a time.
    fileParallelism: false,
    // On a busy machine a test may time out, so a failed test is retried once. scripts/test.mjs
    // decides which flaky tests count as failed.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    env: {
      WDIO_LOG_LEVEL: 'error',
      DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS: 'true',
      // The driver listens on this machine, so a proxy that the environment sets must not be used
      // for it.
      NO_PROXY: '127.0.0.1',
    },
  },
})
