// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { markOpeners } from './mark-openers.ts'

// test/e2e/waiting.e2e.ts shows what a visitor sees while files load.

afterEach(() => document.body.replaceChildren())

const opener = (html: string) => {
  document.body.innerHTML = html
  return document.body.firstElementChild as HTMLElement
}

test('keeps a cursor that the page has set', () => {
  const element = opener('<a style="cursor: help" data-consent-open>Cookies</a>')
  for (const isBusy of [false, true, true, false]) {
    markOpeners(isBusy)
    expect(element.style.cursor).toBe('help')
  }
})

test('marks the other openers when a form has a field named style', () => {
  opener('<form data-consent-open><input name="style"></form><a data-consent-open>Cookies</a>')
  markOpeners(true)
  expect(document.querySelector<HTMLElement>('a')?.style.cursor).toBe('progress')
})
