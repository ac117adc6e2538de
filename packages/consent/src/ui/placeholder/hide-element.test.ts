// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { hideElement } from './hide-element.ts'

const withStyle = (style: string | null) => {
  const element = document.createElement('iframe')
  if (style !== null) element.setAttribute('style', style)
  return element
}

test.each([null, '', 'border:0;WIDTH:100%', 'display: block', 'display:inline !important'])(
  'restores the style attribute %j exactly, and changes nothing when called again',
  style => {
    const element = withStyle(style)
    const unhide = hideElement(element)
    expect(element.style.getPropertyValue('display')).toBe('none')
    expect(element.style.getPropertyPriority('display')).toBe('important')
    unhide()
    expect(element.getAttribute('style')).toBe(style)
    element.style.color = 'red'
    unhide()
    expect(element.style.color).toBe('red')
  },
)

test('keeps the display that the page has written since', () => {
  const element = withStyle('display:block')
  const unhide = hideElement(element)
  element.setAttribute('style', 'display:inline')
  unhide()
  expect(element.getAttribute('style')).toBe('display:inline')
})
