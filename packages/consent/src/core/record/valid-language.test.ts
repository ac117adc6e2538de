// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { validLanguage } from './valid-language.ts'

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  document.documentElement.lang = 'ja-JP'
})
afterEach(() => {
  document.documentElement.lang = ''
})

test.each([
  ['a tag', 'ko-KR', 'ko-KR'],
  ['a tag without texts of ours', 'zh-Hant-TW', 'zh-Hant-TW'],
  ['what is no tag', 'ko_KR', 'en'],
  ['the name of a language', '한국어', 'en'],
  ['a number', 7, 'en'],
  ['nothing', undefined, 'en'],
  ['an empty text, which stands for the language of the page', '', 'ja'],
])('validLanguage of %s', (_, language, expected) => {
  expect(validLanguage(language)).toBe(expected)
})

test('validLanguage names what is no tag, in development only', () => {
  validLanguage('ko')
  validLanguage('')
  vi.stubEnv('NODE_ENV', 'production')
  validLanguage('ko_KR')
  expect(console.warn).not.toHaveBeenCalled()
  vi.stubEnv('NODE_ENV', 'development')
  validLanguage('ko_KR')
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('"ko_KR". Expected en, ko, ja'))
})
