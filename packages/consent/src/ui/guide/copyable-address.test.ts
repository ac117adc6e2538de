// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { copyText } from './copyable-address.tsx'

test('copies the text to the clipboard', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText('chrome://settings', null)).toBe(true)
  expect(writeText).toHaveBeenCalledWith('chrome://settings')
})

test.each([
  ['has no clipboard', {}],
  ['refuses', { clipboard: { writeText: () => Promise.reject(new Error('no')) } }],
])('selects the text when the browser %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator)
  const code = document.body.appendChild(document.createElement('code'))
  code.textContent = 'chrome://settings'
  expect(await copyText('chrome://settings', code)).toBe(false)
  expect(getSelection()?.toString()).toBe('chrome://settings')
})
