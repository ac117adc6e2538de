import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { README, readme, walks } from '../scripts/walks.mjs'

// `node scripts/walks.mjs --write` writes the walks into packages/README.md.
test('packages/README.md has the walks that the code takes', () => {
  expect(walks).toHaveLength(8)
  expect(readFileSync(README, 'utf8')).toBe(readme)
})

test.each(walks)('$name: the walk has at most $most files', ({ files, most }) => {
  expect(files.length, files.join()).toBeLessThanOrEqual(most)
  expect(files.length).toBeGreaterThan(8)
})
