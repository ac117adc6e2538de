import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

/**
 * The tests that run with each mutant. Tests with random cases are left out: they are slow, and a
 * test with an example says better what is wrong.
 */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['packages/consent/src/{core,gate,shared}/**/*.test.ts'],
    exclude: ['**/*{-properties,.fuzz}.test.ts'],
  },
})
