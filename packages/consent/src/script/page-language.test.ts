// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { pageLanguage } from './page-language.ts'

/** Sets the languages of the browser until the end of the test. */
const speak = (languages: () => readonly string[]) => {
  const get = vi.spyOn(Navigator.prototype, 'languages', 'get').mockImplementation(languages)
  onTestFinished(() => get.mockRestore())
}

const broken = () => {
  throw new TypeError('broken')
}

test('pageLanguage returns the browser’s first language with texts when the page declares none', () => {
  speak(() => ['fr', 'ko-KR', 'ja'])
  expect(pageLanguage([])).toBe('ko')
  expect(pageLanguage(['fr'])).toBe('fr')
})

test('pageLanguage returns English when the page and the browser cannot be read [5]', () => {
  speak(broken)
  expect(pageLanguage([])).toBe('en')
  const root = vi.spyOn(Document.prototype, 'documentElement', 'get').mockImplementation(broken)
  onTestFinished(() => root.mockRestore())
  expect(pageLanguage([])).toBe('en')
})
