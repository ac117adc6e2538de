import { expect, test } from 'vitest'
import { keyOf } from './services.ts'

test('a service has a key under its category, and the category stands for all of its services', () => {
  expect(keyOf('analytics', 'Chat')).toBe('analytics/Chat')
  expect(keyOf('analytics')).toBe('analytics')
})
