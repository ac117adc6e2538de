import { expect, test } from 'vitest'
import { fill } from './fill.ts'

test('puts words into their places, each as often as it stands there', () => {
  expect(fill('{name} and {name}', { name: 'Whale' })).toBe('Whale and Whale')
})

test('leaves a place for which there is no word', () => {
  expect(fill('{date} {constructor}', {})).toBe('{date} {constructor}')
})

test('does not read the words themselves', () => {
  expect(fill('{a}', { a: '{b} $&', b: 'no' })).toBe('{b} $&')
})
