// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { pageLanguage } from './page-language.ts'

/** Lets the browser speak languages, until the end of the test. */
const speak = (languages: () => readonly string[]) => {
  const get = vi.spyOn(Navigator.prototype, 'languages', 'get').mockImplementation(languages)
  onTestFinished(() => get.mockRestore())
}

const broken = () => {
  throw new TypeError('broken')
}

test('is the browser’s first that there is a text for where the page declares none', () => {
  speak(() => ['fr', 'ko-KR', 'ja'])
  expect(pageLanguage([])).toBe('ko')
  expect(pageLanguage(['fr'])).toBe('fr')
})

test('is English where neither the page nor the browser can be asked [5]', () => {
  speak(broken)
  expect(pageLanguage([])).toBe('en')
  const root = vi.spyOn(Document.prototype, 'documentElement', 'get').mockImplementation(broken)
  onTestFinished(() => root.mockRestore())
  expect(pageLanguage([])).toBe('en')
})
