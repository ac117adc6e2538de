// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { hideElement } from './take-place.ts'

// start-placeholders.test.ts and test/e2e/placeholder.e2e.ts show that every other style is
// restored.

test('keeps the display that the page has written since', () => {
  const element = document.createElement('iframe')
  element.setAttribute('style', 'display:block')
  const unhide = hideElement(element)
  element.setAttribute('style', 'display:inline')
  unhide()
  expect(element.getAttribute('style')).toBe('display:inline')
})

test('restores a display that the page has marked as important', () => {
  const element = document.createElement('iframe')
  element.setAttribute('style', 'display:inline !important')
  const unhide = hideElement(element)
  expect(element.style.getPropertyValue('display')).toBe('none')
  unhide()
  expect(element.getAttribute('style')).toBe('display:inline !important')
})
