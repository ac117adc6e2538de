import { expect, test } from 'vitest'
import { directionOf, spokenLanguage } from './languages.ts'

test.each([
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['JA-jp', 'ja'],
  ['en-GB', 'en'],
  ['kok', 'en'],
  ['fr', 'en'],
  ['constructor', 'en'],
])('shows a page in %s with texts in %s', (tag, language) => {
  expect(spokenLanguage(tag)).toEqual({ tag: language, own: language })
})

test.each([
  ['fr', 'fr', 'en'],
  ['fr-CA', 'fr', 'en'],
  ['pt-br', 'pt-BR', 'en'],
  ['pt', 'en', 'en'],
  ['ko-KR', 'ko', 'ko'],
])('shows a page in %s with texts of the site in %s, completed from %s', (tag, language, own) => {
  const added = { fr: {}, 'pt-BR': {}, ko: {} }
  expect(spokenLanguage(tag, added)).toEqual({ tag: language, own })
})

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ko', 'ltr'],
  ['arn', 'ltr'],
])('returns for %s the direction %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction)
})
