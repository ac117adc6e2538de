import { expect, test } from 'vitest'
import { languageOf } from './languages.ts'

test.each([
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['JA-jp', 'ja'],
  ['en-GB', 'en'],
  ['kok', 'en'],
  ['fr', 'en'],
  ['constructor', 'en'],
])('shows %s in %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language)
})
