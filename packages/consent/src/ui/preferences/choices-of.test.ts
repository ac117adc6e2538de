// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { choicesOf, linkSwitches } from './choices-of.ts'

const form = (on: Readonly<Record<string, boolean>>) => {
  const element = document.createElement('form')
  for (const [name, checked] of Object.entries(on)) {
    const input = document.createElement('input')
    input.type = 'checkbox'
    input.setAttribute('role', 'switch')
    Object.assign(input, { name, checked })
    element.append(input)
  }
  document.body.append(element)
  const find = (name: string) => element.querySelector(`[name="${name}"]`) as HTMLInputElement
  const toggle = (name: string) => {
    find(name).checked = !find(name).checked
    linkSwitches(element, find(name))
  }
  return { element, find, toggle }
}

test('returns the categories, and the services that are off while their category is on', () => {
  const { element } = form({
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
  const { element } = form({ elements: true, __proto__x: false })
  expect({ ...choicesOf(element).choices }).toEqual({ elements: true, __proto__x: false })
})

test('sets only the services of a category when its switch changes', () => {
  const { find, toggle } = form({
    a: false,
    'a/One': false,
    'a/Two': false,
    ab: false,
    'ab/X': false,
  })
  toggle('a')
  expect([find('a/One').checked, find('a/Two').checked, find('ab/X').checked]).toEqual([
    true,
    true,
    false,
  ])
})

test('turns a category on with its first service, and off with its last one', () => {
  const { find, toggle } = form({ a: false, 'a/One': false, 'a/Two': false })
  toggle('a/One')
  expect(find('a').checked).toBe(true)
  toggle('a/Two')
  toggle('a/One')
  expect(find('a').checked).toBe(true)
  toggle('a/Two')
  expect(find('a').checked).toBe(false)
})
