import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

const { FUZZ_CASES = '1000000', FUZZ_SEED = `${Date.now() % 2 ** 31}` } = process.env

/**
 * Runs the property tests of code that reads untrusted text, with many random cases each:
 * `npm run fuzz`, or `FUZZ_CASES=10000000 FUZZ_SEED=7 npm run fuzz`.
 */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['packages/**/*.fuzz.test.ts'],
    testTimeout: 0,
    provide: { fuzz: { numRuns: Number(FUZZ_CASES), seed: Number(FUZZ_SEED) } },
  },
})
