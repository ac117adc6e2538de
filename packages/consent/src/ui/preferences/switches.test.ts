// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { choicesOf } from './switches.ts'

// test/e2e/services-choice.e2e.ts shows that the switch of a purpose turns on its services, and
// stays on while one of them is on.

const form = (on: Readonly<Record<string, boolean>>) => {
  const element = document.createElement('form')
  for (const [name, checked] of Object.entries(on)) {
    const input = document.createElement('input')
    input.type = 'checkbox'
    input.setAttribute('role', 'switch')
    Object.assign(input, { name, checked })
    element.append(input)
  }
  return element
}

test('returns the categories, and the services that are off while their category is on', () => {
  const element = form({
    analytics: true,
    'analytics/Chat': false,
    'analytics/Google Analytics': true,
    marketing: false,
    'marketing/Ads': false,
  })
  expect({ ...choicesOf(element).choices }).toEqual({ analytics: true, marketing: false })
  expect(choicesOf(element).without).toEqual(['analytics/Chat'])
})

test('reads a category that is named like a property of the form', () => {
  const element = form({ elements: true, __proto__x: false })
  expect({ ...choicesOf(element).choices }).toEqual({ elements: true, __proto__x: false })
})
