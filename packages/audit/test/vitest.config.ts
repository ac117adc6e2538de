import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['packages/audit/test/**/*.audit.ts'],
    // These two files have tests of `npm run test:full` alone.
    exclude: process.env['FULL'] === '1' ? [] : ['**/vendors-*.audit.ts'],
    globalSetup: ['packages/audit/test/support/install-banners.ts'],
    // Each file drives browsers of its own. Two files run at a time: a small machine has two cores.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
