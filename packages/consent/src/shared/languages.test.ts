// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { LANGUAGES, ownLanguage, pageLanguage, supportedLanguage } from './languages.ts'

test('pageLanguage returns the browser’s first language with texts when the page declares none, else English', () => {
  const languages = vi.spyOn(Navigator.prototype, 'languages', 'get')
  languages.mockReturnValue(['fr', 'ko-KR', 'ja'])
  expect(pageLanguage([])).toBe('ko')
  expect(pageLanguage(['fr'])).toBe('fr')
  languages.mockReturnValue([])
  expect(pageLanguage([])).toBe('en')
})

test.each([
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['JA-jp', 'ja'],
  ['en-GB', 'en'],
  ['kok', undefined],
  ['constructor', undefined],
  ['fr-CA', 'fr'],
  ['pt-br', 'pt-BR'],
  ['pt', undefined],
])('a page in %s has texts in %s', (tag, language) => {
  expect(supportedLanguage(tag, ['fr', 'pt-BR'])).toBe(language)
  expect(ownLanguage(tag)).toBe(LANGUAGES.find(one => one === language) ?? 'en')
})
