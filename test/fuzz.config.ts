import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

const { FUZZ_CASES, FUZZ_SEED } = process.env

/** The properties of what reads hostile text, with many cases each: `npm run fuzz`. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['packages/**/*.fuzz.test.ts'],
    typecheck: { enabled: false },
    testTimeout: 0,
    provide: { fuzz: { numRuns: Number(FUZZ_CASES), seed: Number(FUZZ_SEED) } },
  },
})
