import { expect, test } from 'vitest'
import { timeOf } from './press.ts'

test.each([
  ['an acceptance counts from before the click', true, 105, 100],
  ['a refusal counts from when the page has got the click', false, 105, 105],
  ['a time before the click cannot be right', false, 99, 100],
  ['a time after the click cannot be right', false, 121, 100],
  ['a page that reports no time has none', false, undefined, 100],
] as const)('the time of an answer: %s', (_, isAcceptance, heard, expected) => {
  expect(timeOf(isAcceptance, 100, 120, heard)).toBe(expected)
})
