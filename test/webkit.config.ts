import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/webkit/**/*.webkit.ts'],
    // The driver holds one browser at a time.
    fileParallelism: false,
    // A busy machine may be slower than a test's patience. scripts/test.mjs decides which flaky tests count.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    env: {
      WDIO_LOG_LEVEL: 'error',
      DISABLE_WEBDRIVERIO_DEPRECATION_WARNINGS: 'true',
      // The driver listens on this machine; no proxy of the surroundings leads there.
      NO_PROXY: '127.0.0.1',
    },
  },
})
