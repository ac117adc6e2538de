import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

/**
 * What mutants are tried with. Not with random cases: those are many, and a mutant is to fall to an
 * example that says what for.
 */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['packages/consent/src/{core,gate,shared}/**/*.test.ts'],
    exclude: ['**/*{-properties,hostile-cookies,.fuzz}.test.ts'],
  },
})
