import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: {
    // A process for each file would take as long to start as its tests take.
    pool: 'threads',
    // As many as a small machine has cores; Vitest leaves one of them idle.
    maxWorkers: 2,
    include: ['{packages,examples,test}/**/*.test.{ts,tsx}'],
    // The receipt log has packages of its own, and a suite; mutants are tried in the results.
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/receipt-log/**', 'test/results/**'],
    // A bound for a machine that has other work to do; no test waits for it to pass.
    testTimeout: 60_000,
    // For the properties of what reads hostile text; `npm run fuzz` takes more cases and another seed.
    provide: { fuzz: { numRuns: 1000, seed: 1 } },
  },
})
