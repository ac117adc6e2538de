import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['headign', ['lead', 'heading'], 'heading'],
  ['id', ['ga'], undefined],
  // Each of these letters is two units of a string.
  ['𠮷野家', ['𠮷野', '𠮷𠮷𠮷'], '𠮷野'],
])('the name nearest to %s among %j is %s', (word, names, expected) => {
  expect(nearest(word, names)).toBe(expected)
})
