// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import type { AnyConsent } from '../core/index.ts'
import { startOpenLinks } from './open-links.ts'

/** A page with a link into the preferences. */
const start = (isThere = true) => {
  const [openPreferences, openGuide] = [vi.fn(), vi.fn()]
  const consent = { openPreferences, openGuide } as unknown as AnyConsent
  onTestFinished(startOpenLinks(() => (isThere ? consent : undefined)))
  document.body.innerHTML = '<a href="/cookies" data-consent-open>Cookies</a>'
  const click = (changes: PropertyDescriptorMap = {}) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    // On its way: the browser itself goes on asking it.
    const change = () => void Object.defineProperties(event, changes)
    document.addEventListener('click', change, { capture: true, once: true })
    document.querySelector('a')?.dispatchEvent(event)
    return event
  }
  return { openPreferences, openGuide, click }
}

test('a link opens the preferences, and leads nowhere else', () => {
  const { openPreferences, openGuide, click } = start()
  expect(click().defaultPrevented).toBe(true)
  expect(openPreferences).toHaveBeenCalledOnce()
  expect(openGuide).not.toHaveBeenCalled()
})

test('where the page has no consent any more a link leads to its address', () => {
  const { openPreferences, click } = start(false)
  expect(click().defaultPrevented).toBe(false)
  expect(openPreferences).not.toHaveBeenCalled()
})

test('with a key held down it opens its address elsewhere', () => {
  const { openPreferences, click } = start()
  click({ ctrlKey: { value: true } })
  expect(openPreferences).not.toHaveBeenCalled()
})
