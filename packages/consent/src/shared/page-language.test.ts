// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { pageLanguage } from './page-language.ts'

test('pageLanguage returns the browser’s first language with texts when the page declares none', () => {
  vi.spyOn(Navigator.prototype, 'languages', 'get').mockReturnValue(['fr', 'ko-KR', 'ja'])
  expect(pageLanguage([])).toBe('ko')
  expect(pageLanguage(['fr'])).toBe('fr')
})

test('pageLanguage returns English when the page and the browser cannot be read [5]', () => {
  vi.spyOn(Navigator.prototype, 'languages', 'get').mockImplementation(broken)
  expect(pageLanguage([])).toBe('en')
  vi.spyOn(Document.prototype, 'documentElement', 'get').mockImplementation(broken)
  expect(pageLanguage([])).toBe('en')
})
