import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

/**
 * The tests with which mutants are tried. Tests with random cases are left out: they are slow, and
 * a mutant should be noticed by an example that says what is wrong.
 */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['packages/consent/src/{core,gate,shared}/**/*.test.ts'],
    exclude: ['**/*{-properties,.fuzz}.test.ts'],
  },
})
