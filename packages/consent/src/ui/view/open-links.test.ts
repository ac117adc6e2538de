// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import type { AnyConsent } from '../../core/index.ts'
import { startOpenLinks } from './open-links.ts'

/** Creates a page with a link that opens the preferences. */
const start = () => {
  const [openPreferences, openGuide] = [vi.fn(), vi.fn()]
  const consent = { openPreferences, openGuide } as unknown as AnyConsent
  const dispose = startOpenLinks(consent)
  onTestFinished(dispose)
  document.body.innerHTML = '<a href="/cookies" data-consent-open>Cookies</a>'
  const click = (changes: PropertyDescriptorMap = {}) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true })
    // Change the event in a capturing listener, because happy-dom reads its properties earlier.
    const change = () => void Object.defineProperties(event, changes)
    document.addEventListener('click', change, { capture: true, once: true })
    document.querySelector('a')?.dispatchEvent(event)
    return event
  }
  return { openPreferences, openGuide, click, dispose }
}

test('opens the preferences and prevents navigation when a link is clicked', () => {
  const { openPreferences, openGuide, click } = start()
  expect(click().defaultPrevented).toBe(true)
  expect(openPreferences).toHaveBeenCalledOnce()
  expect(openGuide).not.toHaveBeenCalled()
})

test('lets a link navigate when disposed', () => {
  const { openPreferences, click, dispose } = start()
  dispose()
  expect(click().defaultPrevented).toBe(false)
  expect(openPreferences).not.toHaveBeenCalled()
})

test('does not open the preferences when Ctrl is pressed', () => {
  const { openPreferences, click } = start()
  click({ ctrlKey: { value: true } })
  expect(openPreferences).not.toHaveBeenCalled()
})
