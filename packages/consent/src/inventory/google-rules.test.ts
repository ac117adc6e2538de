import { expect, test } from 'vitest'
import { cookiesWith, VISITOR_ID } from './google-rules.ts'

test('a prefix that the site configures is at the start of the names of Google Analytics cookies', () => {
  expect(cookiesWith('foo')).toEqual(['foo_ga', 'foo_ga_*'])
  expect(cookiesWith(undefined)).toEqual([])
  expect(VISITOR_ID.exec('foo_ga=GA1.2.12.34')?.[1]).toBe('12.34')
})
