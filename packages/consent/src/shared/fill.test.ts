import { expect, test } from 'vitest'
import { fill } from './fill.ts'

test('replaces every occurrence of a placeholder', () => {
  expect(fill('{name} and {name}', { name: 'Whale' })).toBe('Whale and Whale')
})

test('keeps a placeholder that has no word', () => {
  expect(fill('{date} {constructor}', {})).toBe('{date} {constructor}')
})

test('does not replace placeholders inside the inserted words', () => {
  expect(fill('{a}', { a: '{b} $&', b: 'no' })).toBe('{b} $&')
  expect(fill('{a} {b}', { a: '{b}' })).toBe('{b} {b}')
})
