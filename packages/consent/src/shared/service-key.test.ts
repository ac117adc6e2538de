import { expect, test } from 'vitest'
import { keyOf } from './service-key.ts'

test('a service stands under its category, and a category for all of it', () => {
  expect(keyOf('analytics', 'Chat')).toBe('analytics/Chat')
  expect(keyOf('analytics')).toBe('analytics')
})
