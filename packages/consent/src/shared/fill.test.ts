import { expect, test } from 'vitest'
import { fill } from './fill.ts'

test.each([
  ['every occurrence', '{name} and {name}', { name: 'Whale' }, 'Whale and Whale'],
  ['no placeholder without a word', '{date} {constructor}', {}, '{date} {constructor}'],
  ['none inside the inserted words', '{a} {b}', { a: '{b} $&', b: 'no' }, '{b} $& no'],
])('replaces %s', (_, text, words, filled) => {
  expect(fill(text, words as Record<string, string>)).toBe(filled)
})
