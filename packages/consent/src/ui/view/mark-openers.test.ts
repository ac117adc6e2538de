// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { markOpeners } from './mark-openers.ts'

// test/e2e/waiting.e2e.ts shows what a visitor sees while files load.

test('marks each opener while the settings load, and changes no style of the page', () => {
  document.body.innerHTML =
    '<form data-consent-open><input name="style"></form><a style="cursor: help" data-consent-open>Cookies</a>'
  const link = document.querySelector('a')
  markOpeners(true)
  expect([link?.ariaBusy, link?.getAttribute('style')]).toEqual(['true', 'cursor: help'])
  markOpeners(false)
  expect(link?.ariaBusy).toBeNull()
})
