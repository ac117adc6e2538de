// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { createNotices } from './notice.ts'

const layer = (html: string): Element => {
  const element = document.createElement('section')
  element.innerHTML = html
  return element
}

const hashed = async (language: string, strings: readonly string[], version: string) => {
  const notice = new TextEncoder().encode(JSON.stringify({ language, strings, version }))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', notice))
  const base64 = btoa(String.fromCharCode(...digest))
  return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22)
}

const hashOf = async (element: Element, language = 'en', version = '1') => {
  const notices = createNotices(version)
  notices.remember(element, language)
  await vi.waitFor(() => expect(notices.find(element, language)).toBeDefined())
  return notices.find(element, language)?.notice
}

test('hashes language, strings and version with SHA-256 to 22 characters', async () => {
  const element = layer('<h2>Cookies</h2> <p> May <b>we</b>?\n</p>')
  expect(await hashOf(element)).toBe(await hashed('en', ['Cookies', 'May', 'we', '?'], '1'))
})

test('returns the hash with the hashed text', async () => {
  const notices = createNotices('1')
  const element = layer('<h2>Cookies</h2>')
  notices.remember(element, 'en')
  await vi.waitFor(() =>
    expect(notices.find(element, 'en')).toEqual({
      notice: expect.stringMatching(/^[\w-]{22}$/),
      noticeText: '{"language":"en","strings":["Cookies"],"version":"1"}',
    }),
  )
})

test('returns the same hash when letters are composed differently', async () => {
  expect(await hashOf(layer('<p>\u1112\u1161\u11ab</p>'))).toBe(await hashed('en', ['\ud55c'], '1'))
})

test('does not hash elements with data-own', async () => {
  const own = '<p data-own>Chosen on 25 November</p>'
  expect(await hashOf(layer(`<h2>Cookies</h2>${own}`))).toBe(await hashed('en', ['Cookies'], '1'))
})

test('returns another hash when the language or the version differs', async () => {
  const element = layer('<p>Cookie</p>')
  const hashes = [
    await hashOf(element, 'en', '1'),
    await hashOf(element, 'ja', '1'),
    await hashOf(element, 'en', '2'),
  ]
  expect(new Set(hashes).size).toBe(3)
})

test('returns no hash when the notice has changed since', async () => {
  const notices = createNotices('1')
  const element = layer('<p>Before</p>')
  notices.remember(element, 'en')
  await vi.waitFor(() => expect(notices.find(element, 'en')).toBeDefined())
  element.textContent = 'After'
  expect(notices.find(element, 'en')).toBeUndefined()
})

test('returns no hash when the browser has no crypto.subtle', async () => {
  vi.stubGlobal('crypto', {})
  const notices = createNotices('1')
  const element = layer('<p>Cookie</p>')
  notices.remember(element, 'en')
  await Promise.resolve()
  expect(notices.find(element, 'en')).toBeUndefined()
  vi.unstubAllGlobals()
})

test('returns no hash and throws nothing when the notice cannot be read [5]', async () => {
  const notices = createNotices('1')
  const element = layer('<p>Cookie</p>')
  vi.spyOn(element, 'childNodes', 'get').mockImplementation(() => {
    throw new TypeError('broken')
  })
  await expect(notices.remember(element, 'en')).resolves.toBeUndefined()
  expect(notices.find(element, 'en')).toBeUndefined()
})
