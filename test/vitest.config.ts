import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: {
    // Test files share worker threads, because starting a process for each file would take as long
    // as the tests.
    pool: 'threads',
    // Two workers, since a small machine has two cores. With Vitest's default, one core would do
    // nothing.
    maxWorkers: 2,
    include: ['{packages,examples,test}/**/*.test.{ts,tsx}'],
    // The receipt log has dependencies and a test run of its own; Stryker copies the sources into
    // the results folder.
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/receipt-log/**', 'test/results/**'],
    // This limit is for a busy machine. No test waits until the limit has passed.
    testTimeout: 60_000,
    // The number of random cases in property tests, and the seed. `npm run fuzz` uses more cases
    // and another seed.
    provide: { fuzz: { numRuns: 1000, seed: 1 } },
  },
})
