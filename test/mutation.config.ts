import { defineConfig } from 'vitest/config'
import unit from './vitest.config.ts'

/** The tests for each mutant, without random cases, which are slow. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: ['packages/consent/src/{core,gate,shared}/**/*.test.ts'],
    exclude: ['**/*{-properties,.fuzz}.test.ts'],
  },
})
