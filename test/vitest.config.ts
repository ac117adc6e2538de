import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: {
    // Starting a process for each file would take as long as the tests.
    pool: 'threads',
    setupFiles: ['test/support/fresh-page.ts'],
    // In a simulated page a script element requests nothing, and dispatches `load`.
    environmentOptions: {
      happyDOM: {
        settings: { disableJavaScriptFileLoading: true, handleDisabledFileLoadingAsSuccess: true },
      },
    },
    // The number of cores of a small machine. Vitest's default would leave one core idle.
    maxWorkers: 2,
    include: ['{packages,examples,test}/**/*.test.{ts,tsx}'],
    // The receipt log has dependencies and a test run of its own; Stryker copies the sources into
    // the results folder.
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/receipt-log/**', 'test/results/**'],
    // `npm test` leaves out tests with this tag.
    tags: [{ name: 'full', description: 'Only `npm run test:full` runs the test' }],
    // What a test writes to the console is shown only if the test fails.
    silent: 'passed-only',
    // This limit is for a busy machine. No test waits until the limit has passed.
    testTimeout: 60_000,
    // Spies and stubs end before the next test, so that no test has to undo its own.
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // For property tests. `npm run fuzz` uses more cases and another seed.
    provide: { fuzz: { numRuns: 1000, seed: 1 } },
  },
})
