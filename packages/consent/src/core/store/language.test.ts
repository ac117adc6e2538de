// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from './create-store.ts'
import { memoryStorage } from './ports.ts'

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  document.documentElement.lang = 'ja-JP'
})
afterEach(() => {
  document.documentElement.lang = ''
})

const languageOf = (language: unknown): string => {
  const options = {
    policy: { version: '1' },
    categories: { ads: {} },
    language: language as string,
  }
  return createStore(options, { storage: memoryStorage() }).$state.get().language
}

test.each([
  ['a tag', 'ko-KR', 'ko-KR'],
  ['a tag without texts of ours', 'zh-Hant-TW', 'zh-Hant-TW'],
  ['what is no tag', 'ko_KR', 'en'],
  ['what is no tag at its end', 'ko-K_R', 'en'],
  ['the name of a language', '한국어', 'en'],
  ['a number', 7, 'en'],
  ['nothing', undefined, 'en'],
  ['an empty text, which stands for the language of the page', '', 'ja'],
])('the language of a consent for %s', (_, language, expected) => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(languageOf(language)).toBe(expected)
})

test('the console names what is no tag, in development only', () => {
  languageOf('ko')
  languageOf('')
  vi.stubEnv('NODE_ENV', 'production')
  languageOf('ko_KR')
  expect(console.warn).not.toHaveBeenCalled()
  vi.stubEnv('NODE_ENV', 'development')
  languageOf('ko_KR')
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('"ko_KR". Expected en, ko, ja'))
})
