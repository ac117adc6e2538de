// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { pageLanguage } from './languages.ts'

test('pageLanguage returns the browser’s first language with texts when the page declares none', () => {
  vi.spyOn(Navigator.prototype, 'languages', 'get').mockReturnValue(['fr', 'ko-KR', 'ja'])
  expect(pageLanguage([])).toBe('ko')
  expect(pageLanguage(['fr'])).toBe('fr')
})

test('pageLanguage returns English when the browser names no languages', () => {
  vi.spyOn(Navigator.prototype, 'languages', 'get').mockReturnValue([])
  expect(pageLanguage([])).toBe('en')
})
