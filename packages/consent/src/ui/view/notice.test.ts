// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { createNotices } from './notice.ts'

const elementOf = (html: string): Element => {
  const element = document.createElement('section')
  element.innerHTML = html
  return element
}

const remembered = async (element: Element) => {
  const notices = createNotices('1')
  notices.remember(element, 'en')
  await vi.waitFor(() => expect(notices.find(element, 'en')).toBeDefined())
  return notices
}

test.each([
  ['strings in order', '<h2>Cookies</h2> <p> May <b>we</b>?\n</p>', ['Cookies', 'May', 'we', '?']],
  ['letters that are composed differently', '<p>\u1112\u1161\u11ab</p>', ['\ud55c']],
  ['no elements with data-own', '<h2>A</h2><p data-own>Chosen on 25 November</p>', ['A']],
])('hashes language, strings and version to 22 characters: %s', async (_, html, strings) => {
  const element = elementOf(html)
  const notices = await remembered(element)
  expect(notices.find(element, 'en')).toEqual({
    notice: expect.stringMatching(/^[\w-]{22}$/),
    noticeText: JSON.stringify({ language: 'en', strings, version: '1' }),
  })
})

// everywhere/refused.ts shows that a click is recorded without a hash.
test('returns no hash while the hash is computed, or when the notice has changed since, and never rejects', async () => {
  const element = elementOf('<p>Before</p>')
  const early = createNotices('1')
  early.remember(element, 'en')
  expect(early.find(element, 'en')).toBeUndefined()
  const notices = await remembered(element)
  element.textContent = 'After'
  expect(notices.find(element, 'en')).toBeUndefined()
  vi.spyOn(element, 'childNodes', 'get').mockImplementation(broken)
  await expect(notices.remember(element, 'en')).resolves.toBeUndefined()
})
